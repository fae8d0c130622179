// Numbers as printable digits of six bits, as generators/search/packing.py packs them.

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_!#$()*+./:'
const HALF = 32
const VALUES = new Uint8Array(128)
for (let value = 0; value < DIGITS.length; value++) VALUES[DIGITS.charCodeAt(value)] = value

/**
 * Postings side by side: documents, the term's level in each, whether it is in the title, and
 * the classes of characters that follow it.
 *
 * @typedef {{documents: Uint32Array, levels: Uint8Array, titles: Uint8Array, followers: Uint8Array}} Postings
 */

/**
 * Read the postings of a term: the gaps between documents, a bar, a level and followers for each.
 * The bar goes without saying where there is but one document.
 *
 * @param {string} packed
 * @returns {Postings}
 */
export function unpackedPostings(packed) {
  const bar = packed.indexOf('|')
  const gaps = bar < 0 ? packed.slice(0, -2) : packed.slice(0, bar)
  const marks = packed.slice(bar < 0 ? -2 : bar + 1)
  const count = marks.length / 2
  const [levels, titles, followers] = [new Uint8Array(count), new Uint8Array(count), new Uint8Array(count)]
  for (let place = 0; place < count; place++) {
    const mark = VALUES[marks.charCodeAt(place)]
    levels[place] = mark % HALF
    titles[place] = mark >= HALF ? 1 : 0
    followers[place] = VALUES[marks.charCodeAt(count + place)]
  }
  return { documents: unpackedGaps(gaps, count), levels, titles, followers }
}

/**
 * @param {string} gaps
 * @param {number} count
 */
function unpackedGaps(gaps, count) {
  const documents = new Uint32Array(count)
  for (let at = 0, place = 0, number = -1; place < count; place++) {
    let digit
    let shift = 0
    do {
      digit = VALUES[gaps.charCodeAt(at++)]
      number += (digit % HALF) << shift
      shift += 5
    } while (digit >= HALF)
    documents[place] = number
  }
  return documents
}

/**
 * Read a column of numbers that have as many digits as its width.
 *
 * @param {string} column
 * @param {number} width
 */
export function unpackedColumn(column, width) {
  const numbers = new Uint32Array(column.length / width)
  for (let at = 0; at < column.length; at++) {
    const row = Math.floor(at / width)
    numbers[row] = numbers[row] * DIGITS.length + VALUES[column.charCodeAt(at)]
  }
  return numbers
}
