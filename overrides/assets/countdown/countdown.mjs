// Says how long there is from today: a page is as old as its last build.

import { today } from '../today/today.mjs'

const DAY = 86_400_000
const NEAR = 7

/**
 * The days from one day to another, below zero where it is past.
 *
 * @param {string} day
 * @param {string} until
 */
export function daysBetween(day, until) {
  return (Date.parse(until) - Date.parse(day)) / DAY
}

/**
 * How long there is, the same as in generators/outputs/countdowns.py.
 *
 * @param {number} days
 */
export function daysLeft(days) {
  if (days < 0) return '已经过了'
  return ['就在今天', '就在明天'][days] ?? `还有${days}天`
}

/**
 * Count anew below an element.
 *
 * @param {ParentNode} $root
 */
export function recount($root) {
  for (const $countdown of /** @type {NodeListOf<HTMLElement>} */ ($root.querySelectorAll('[data-until]'))) {
    const days = daysBetween(today(), $countdown.dataset.until ?? '')
    const $words = $countdown.querySelector('.countdown__words') ?? $countdown
    $words.textContent = daysLeft(days)
    $countdown.classList.toggle('countdown--near', days <= NEAR)
    const share = Math.floor((days * 100) / Number($countdown.dataset.span))
    $countdown.querySelector('.share-bar__part')?.setAttribute('width', `${Math.max(0, Math.min(100, share))}`)
  }
}

if (globalThis.document) recount(document)
