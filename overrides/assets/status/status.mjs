// Corrects the states on a page that is older than the day: builds write what is to come.

import { today } from '../today/today.mjs'

/**
 * The state that changes lead to on a day, or undefined where none has come yet.
 *
 * @param {string} changes - as generators/outputs/templates.py writes them: `2026-12-01 over 已截止, …`
 * @param {string} day
 * @returns {{tone: string, word: string} | undefined}
 */
export function stateOn(changes, day) {
  const past = changes.split(', ').map((change) => change.split(' ')).filter(([from]) => from <= day)
  const [, tone, word] = past.at(-1) ?? []
  return tone && word ? { tone, word } : undefined
}

/**
 * Correct the states below an element.
 *
 * @param {ParentNode} $root
 */
export function correct($root) {
  for (const $badge of /** @type {NodeListOf<HTMLElement>} */ ($root.querySelectorAll('[data-changes]'))) {
    const state = stateOn($badge.dataset.changes ?? '', today())
    if (!state) continue
    $badge.className = `badge badge--${state.tone}`
    $badge.textContent = state.word
  }
}

if (globalThis.document) correct(document)
