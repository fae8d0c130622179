// Ask the index that generators/search/shards.py wrote: shards of terms, chunks of documents.

import { queryTerms, shardOf } from './terms.mjs'

/**
 * @typedef {object} Found
 * @property {string} path
 * @property {string} kind
 * @property {string} label
 * @property {string} title
 * @property {string} status
 * @property {string} tone
 * @property {string} text
 * @property {number} score
 */

/**
 * Open the index below an address.
 *
 * @param {string} base - the site's root, with a closing slash
 * @param {{fetch?: typeof fetch}} [options]
 */
export async function open(base, { fetch = globalThis.fetch } = {}) {
  /** @param {string} name */
  const load = async (name) => {
    const response = await fetch(`${base}search/${name}`)
    if (!response.ok) throw new Error(`search/${name}: ${response.status}`)
    return response.json()
  }
  const manifest = await load('manifest.json')
  // The promise is kept, so that a file asked for twice is loaded once.
  /** @type {Map<string, Promise<any>>} */
  const loaded = new Map()
  /** @param {string} name */
  const part = (name) => {
    const known = loaded.get(name) ?? load(`${manifest.version}/${name}.json`)
    loaded.set(name, known)
    return known
  }
  /** @param {string} term */
  const postings = async (term) =>
    (await part(`terms-${shardOf(term, manifest.shards)}`))[term] ?? []
  /** @param {number} number */
  const document = async (number) =>
    (await part(`documents-${Math.floor(number / manifest.chunk)}`))[number % manifest.chunk]

  return {
    /**
     * Return the documents that have every term of the query, the best first.
     *
     * @param {string} query
     * @param {{limit?: number, offset?: number}} [options]
     * @returns {Promise<{total: number, results: Found[]}>}
     */
    async search(query, { limit = 10, offset = 0 } = {}) {
      const terms = queryTerms(query)
      const lists = await Promise.all(terms.map(postings))
      const ranked = rank(lists, manifest.documents)
      const page = ranked.slice(offset, offset + limit)
      const results = await Promise.all(
        page.map(async ([number, score]) => ({ ...(await document(number)), score }))
      )
      return { total: ranked.length, results }
    }
  }
}

/**
 * Score the documents that are in every list; rare terms say more.
 *
 * @param {number[][]} lists - flat lists [document difference, weight, …]
 * @param {number} documents
 * @returns {[number, number][]}
 */
export function rank(lists, documents) {
  if (lists.length === 0) return []
  /** @type {Map<number, [number, number]>} */
  const scores = new Map()
  for (const list of lists) {
    const rarity = Math.log(1 + documents / (1 + list.length / 2))
    for (let i = 0, number = 0; i < list.length; i += 2) {
      number += list[i]
      const [seen, score] = scores.get(number) ?? [0, 0]
      scores.set(number, [seen + 1, score + rarity * list[i + 1]])
    }
  }
  return [...scores]
    .filter(([, [seen]]) => seen === lists.length)
    .map(([number, [, score]]) => /** @type {[number, number]} */ ([number, score]))
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
}
