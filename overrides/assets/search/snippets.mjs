// The part of a text that shows why it was found, and the places of the found words in a text.

import { normalise } from './terms.mjs'

const BEFORE = 16
const LONGEST = 100
const BRACKETS = /[()[\]【】〔〕]/
const MARKDOWN = /[\s#*|`>_-]+/g

/** @typedef {{start: number, end: number}} Span - of characters of a text */

/**
 * Cut a text into parts, each with whether it is one of the words.
 *
 * @param {string} text
 * @param {string[]} words - as search compares them
 * @returns {[part: string, isWord: boolean][]}
 */
export function highlighted(text, words) {
  /** @type {[string, boolean][]} */
  const parts = []
  let done = 0
  for (const { start, end } of spans(text, words)) {
    if (start > done) parts.push([text.slice(done, start), false])
    parts.push([text.slice(start, end), true])
    done = end
  }
  if (done < text.length) parts.push([text.slice(done), false])
  return parts
}

/**
 * Cut the part of a text with the longest of the words; empty where it has none.
 *
 * @param {string} text
 * @param {string[]} words
 */
export function snippet(text, words) {
  const flat = text.replace(MARKDOWN, ' ').trim()
  const [best] = spans(flat, words).sort((a, b) => b.end - b.start - (a.end - a.start))
  if (!best) return ''
  const start = Math.max(0, best.start - BEFORE)
  const end = Math.min(flat.length, start + LONGEST)
  return `${start ? '…' : ''}${flat.slice(start, end)}${end < flat.length ? '…' : ''}`
}

/**
 * Where a text has words, longer ones first where they overlap; in order.
 *
 * @param {string} text
 * @param {string[]} words
 * @returns {Span[]}
 */
function spans(text, words) {
  const { plain, places } = compared(text)
  /** @type {Span[]} */
  const found = []
  for (const word of worthMarking(words)) {
    for (let at = plain.indexOf(word); at >= 0; at = plain.indexOf(word, at + word.length)) {
      const span = { start: places[at].start, end: places[at + word.length - 1].end }
      if (found.every((other) => span.end <= other.start || other.end <= span.start)) found.push(span)
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

/**
 * The text as search compares it, with the span that each of its characters stands for.
 *
 * @param {string} text
 */
function compared(text) {
  let plain = ''
  /** @type {Span[]} */
  const places = []
  let start = 0
  for (const character of text) {
    // 〔2023〕 is found as 2023, so brackets do not come between characters.
    const same = BRACKETS.test(character) ? '' : normalise(character)
    const end = start + character.length
    places.push(...Array.from({ length: same.length }, () => ({ start, end })))
    plain += same
    start = end
  }
  return { plain, places }
}

/**
 * The words without lonely characters, unless these are all there is; long ones first.
 *
 * @param {string[]} words
 */
function worthMarking(words) {
  const long = words.filter((word) => word.length > 1)
  return (long.length ? long : words.filter(Boolean)).sort((a, b) => b.length - a.length)
}
