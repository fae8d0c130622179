// Keeps the board of deadlines true to the day: what is past goes, the rest moves up.

import { daysBetween } from '../countdown/countdown.mjs'
import { today } from '../today/today.mjs'

/** @typedef {{days: number, row: HTMLElement}} Due */

/**
 * The shelf something belongs on, or undefined where it is past or too far.
 *
 * @param {number[]} withins - how many days each shelf holds, the nearest first
 * @param {number} days
 */
export function shelfOf(withins, days) {
  return days < 0 ? undefined : withins.find((within) => days <= within)
}

/** @param {ParentNode} $root */
function shelve($root) {
  const $shelves = /** @type {HTMLElement[]} */ ([...$root.querySelectorAll('[data-within]')])
  const withins = $shelves.map(($shelf) => Number($shelf.dataset.within))
  for (const $row of $root.querySelectorAll('.due')) place($row, $shelves, withins)
  for (const $shelf of $shelves) count($shelf)
  const $nothing = /** @type {HTMLElement | null} */ ($root.querySelector('[data-nothing]'))
  if ($nothing) $nothing.hidden = $shelves.some(($shelf) => !$shelf.hidden)
  $root.querySelector('[data-counted-on]')?.remove()
}

/**
 * @param {Element} $row
 * @param {HTMLElement[]} $shelves
 * @param {number[]} withins
 */
function place($row, $shelves, withins) {
  const $until = /** @type {HTMLElement | null} */ ($row.querySelector('[data-until]'))
  const within = shelfOf(withins, daysBetween(today(), $until?.dataset.until ?? ''))
  if (within === undefined) return $row.remove()
  $shelves[withins.indexOf(within)]?.querySelector('ul')?.append($row)
}

/** @param {HTMLElement} $shelf */
function count($shelf) {
  const rows = $shelf.querySelectorAll('.due').length
  $shelf.hidden = rows === 0
  const $count = $shelf.querySelector('.shelf__count')
  if ($count) $count.textContent = `${rows}项`
}

if (globalThis.document) shelve(document)
