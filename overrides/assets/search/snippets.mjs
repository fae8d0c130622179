// The part of a text that shows why it was found, with the found characters marked.

import { normalise, queryTerms } from './terms.mjs'

const AROUND = 36

/**
 * Cut the part of a text with the first match; its beginning, where the title says why.
 *
 * @param {string} text
 * @param {string} title
 * @param {string} query
 */
export function snippet(text, title, query) {
  const flat = text.replace(/[\s#*|`>-]+/g, ' ').trim()
  const plain = normalise(flat)
  const whole = plain.indexOf(normalise(query).trim())
  const places = queryTerms(query).map((term) => plain.indexOf(term)).filter((at) => at >= 0)
  const inTitle = normalise(title).includes(normalise(query).trim())
  const at = inTitle ? flat.length : whole >= 0 ? whole : Math.min(...places, flat.length)
  const start = at === flat.length ? 0 : Math.max(0, at - AROUND)
  const end = Math.min(flat.length, start + AROUND * 3)
  return (start ? '…' : '') + flat.slice(start, end) + (end < flat.length ? '…' : '')
}

/**
 * Cut a text into parts, each with whether it was searched for.
 *
 * @param {string} text
 * @param {string} query
 * @returns {[string, boolean][]}
 */
export function highlighted(text, query) {
  const plain = normalise(text)
  // Where normalising changes the length, places no longer correspond: mark nothing.
  if (plain.length !== text.length) return [[text, false]]
  const marked = new Uint8Array(text.length)
  for (const term of queryTerms(query)) {
    for (let at = plain.indexOf(term); at >= 0; at = plain.indexOf(term, at + 1)) {
      marked.fill(1, at, at + term.length)
    }
  }
  /** @type {[string, boolean][]} */
  const parts = []
  for (let i = 0, from = 0; i < text.length; i++) {
    if (i + 1 === text.length || marked[i] !== marked[i + 1]) {
      parts.push([text.slice(from, i + 1), marked[i] === 1])
      from = i + 1
    }
  }
  return parts
}
