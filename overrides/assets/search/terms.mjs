// From a query to search terms, the same as in generators/search/analysis.py.

const RUN = /[\p{L}\p{N}]+/gu

/** @param {string} text */
export function normalise(text) {
  return text.normalize('NFKC').toLowerCase()
}

/**
 * The terms a text must have to contain the query: pairs of characters, else single ones.
 *
 * @param {string} text
 * @returns {string[]}
 */
export function queryTerms(text) {
  const found = new Set()
  for (const [run] of normalise(text).matchAll(RUN)) {
    const characters = [...run]
    if (characters.length === 1) found.add(run)
    for (let i = 0; i + 1 < characters.length; i++) found.add(characters[i] + characters[i + 1])
  }
  return [...found]
}

/**
 * The shard of a term: FNV-1a over its UTF-16 code units.
 *
 * @param {string} term
 * @param {number} count
 */
export function shardOf(term, count) {
  let value = 0x811c9dc5
  for (let i = 0; i < term.length; i++) {
    value = Math.imul(value ^ term.charCodeAt(i), 0x01000193) >>> 0
  }
  return value % count
}
