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

/** Reads digits from left to right. */
class Reader {
  /**
   * @param {string} text
   * @param {number} at
   */
  constructor(text, at) {
    this.text = text
    this.at = at
  }

  digit() {
    return VALUES[this.text.charCodeAt(this.at++)]
  }

  /** A number as digits of five bits and whether more follow, the lowest first. */
  number() {
    let [number, shift, digit] = [0, 0, 0]
    do {
      digit = this.digit()
      number += (digit % HALF) << shift
      shift += 5
    } while (digit >= HALF)
    return number
  }

  /**
   * As many digits.
   *
   * @param {number} count
   */
  digits(count) {
    return Uint8Array.from({ length: count }, () => this.digit())
  }

  /**
   * As many numbers in Golomb-Rice code, after a digit that says how many low bits each has.
   *
   * @param {number} count
   */
  coded(count) {
    const low = this.digit()
    let [held, bits] = [0, 0]
    const bit = () => {
      if (!bits) [held, bits] = [this.digit(), 6]
      return (held >> --bits) & 1
    }
    return Uint32Array.from({ length: count }, () => {
      let number = 0
      while (!bit()) number++
      for (let left = low; left; left--) number = number * 2 + bit()
      return number
    })
  }

  /**
   * As many digits, each by its rank among those that come before the code.
   *
   * @param {number} count
   */
  ranked(count) {
    const ranks = this.digits(this.number())
    return Uint8Array.from(this.coded(count), (rank) => ranks[rank])
  }
}

/**
 * Read the postings of a term, as generators/search/coding.py wrote them.
 *
 * @param {string} text
 * @returns {Postings}
 */
export function unpackedPostings(text) {
  return text.startsWith('|') ? many(new Reader(text, 1)) : few(text)
}

/** @param {Reader} reader */
function many(reader) {
  const count = reader.number()
  const gaps = reader.coded(count).map((gap) => gap + 1)
  return postings(gaps, reader.ranked(count), reader.ranked(count))
}

/** @param {string} text */
function few(text) {
  const bar = text.indexOf('|')
  const marks = bar < 0 ? Math.max(0, text.length - 2) : bar + 1
  const count = (text.length - marks) / 2
  const [gaps, levels] = [new Reader(text, 0), new Reader(text, marks)]
  return postings(Uint32Array.from({ length: count }, () => gaps.number()), levels.digits(count), levels.digits(count))
}

/**
 * @param {Uint32Array} gaps
 * @param {Uint8Array} marks - a level, 32 added for a term of the title
 * @param {Uint8Array} followers
 * @returns {Postings}
 */
function postings(gaps, marks, followers) {
  return {
    documents: added(gaps),
    levels: marks.map((mark) => mark % HALF),
    titles: marks.map((mark) => (mark >= HALF ? 1 : 0)),
    followers
  }
}

/**
 * @param {Uint32Array} gaps - from one before nought
 */
function added(gaps) {
  let number = -1
  return gaps.map((gap) => (number += gap))
}

/**
 * Read which documents have a title: for each the gap to the one before, and the title's hash.
 *
 * @param {string} text
 * @param {number} hash
 * @returns {number[]}
 */
export function unpackedTitles(text, hash) {
  const reader = new Reader(text, 0)
  /** @type {number[]} */
  const having = []
  for (let number = -1; reader.at < text.length; ) {
    number += reader.number()
    if (reader.digits(6).reduceRight((high, digit) => high * 64 + digit, 0) === hash) having.push(number)
  }
  return having
}

/**
 * Read ascending numbers: how many, and the gaps before them, less one.
 *
 * @param {string} text
 */
export function ascending(text) {
  const reader = new Reader(text, 0)
  const count = reader.number()
  return count ? added(reader.coded(count).map((gap) => gap + 1)) : new Uint32Array()
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
