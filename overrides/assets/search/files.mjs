// The files of the index that generators/search/shards.py wrote, each loaded once.

import { unpackedFacets } from './facets.mjs'
import { ascending, unpackedPostings, unpackedTitles } from './packing.mjs'
import { fnv1a, markOf, titleHash } from './terms.mjs'

const TOGETHER = 2 // texts in a file, as in generators/search/shards.py
/** @type {import('./packing.mjs').Postings} */
const NOTHING = unpackedPostings('')

/**
 * @typedef {object} Manifest
 * @property {string} version
 * @property {number} documents
 * @property {number} shards - by hash
 * @property {string} common - the marks of terms that have shards of their own, after these
 * @property {string} frequent - the marks of pairs in place of which longer terms are asked for
 * @property {[factor: number, count: number][]} factors - in the order of documents
 * @property {number} synonym
 * @property {Record<string, {size: number, folders: string[]}>} groups - of numbered files
 * @property {Record<string, string>} files - the folder of every other file
 *
 * @typedef {object} Shown - a document as it is shown
 * @property {string} path
 * @property {string} kind
 * @property {string} label - of its kind
 * @property {string} title
 * @property {string} keywords
 * @property {string} card - HTML, with links below the site's root
 * @property {number[]} [links] - the documents it refers to, then those that refer to it
 * @property {true} [traditional] - where it has traditional characters
 */

/** The files of one version of the index. */
export class Files {
  /**
   * @param {string} base - the site's root, with a closing slash
   * @param {typeof fetch} fetch
   * @param {Manifest} manifest
   */
  constructor(base, fetch, manifest) {
    this.base = base
    this.fetch = fetch
    this.manifest = manifest
    // The promise is kept, so that a file asked for twice is loaded once.
    /** @type {Map<string, Promise<any>>} */
    this.loaded = new Map()
    /** @type {Map<string, import('./packing.mjs').Postings>} */
    this.unpacked = new Map()
    /** @type {import('./facets.mjs').Facets | undefined} */
    this.unpackedFacets = undefined
    this.common = ascending(manifest.common)
    const frequent = new Set(ascending(manifest.frequent))
    this.isFrequent = (/** @type {string} */ pair) => frequent.has(markOf(pair))
    this.factors = manifest.factors.flatMap(([factor, count]) => Array(count).fill(factor))
  }

  /**
   * @param {string} base
   * @param {typeof fetch} fetch
   */
  static async open(base, fetch) {
    return new Files(base, fetch, await json(fetch, `${base}search/manifest.json`, 'no-cache'))
  }

  /** @param {string} name */
  part(name) {
    const { base, manifest, loaded } = this
    const known = loaded.get(name) ?? json(this.fetch, `${base}search/${folderOf(manifest, name)}/${name}.json`)
    loaded.set(name, known)
    known.catch(() => loaded.delete(name)) // so that it is asked for again
    return known
  }

  /**
   * @param {string} term
   * @returns {Promise<import('./packing.mjs').Postings>}
   */
  async postings(term) {
    const shard = await this.part(`terms/${this.shard(term)}`)
    if (!Object.hasOwn(shard, term)) return NOTHING
    const known = this.unpacked.get(term) ?? unpackedPostings(shard[term])
    this.unpacked.set(term, known)
    return known
  }

  /**
   * The number of the shard of a term.
   *
   * @param {string} term
   */
  shard(term) {
    const { shards } = this.manifest
    const own = this.common.indexOf(markOf(term))
    return own < 0 ? fnv1a(term) % shards : shards + own
  }

  /**
   * The documents that have a title.
   *
   * @param {string} title
   * @returns {Promise<number[]>}
   */
  async called(title) {
    const hash = titleHash(title)
    const shard = await this.part(`terms/${hash % this.manifest.shards}`)
    return unpackedTitles(shard['='] ?? '', hash)
  }

  /**
   * @param {number} number
   * @returns {Promise<Shown>}
   */
  document(number) {
    return this.part(`documents/${number}`)
  }

  /**
   * What a document says; loaded apart, as few answers need it.
   *
   * @param {number} number
   * @returns {Promise<string>}
   */
  async text(number) {
    const texts = await this.part(`texts/${Math.floor(number / TOGETHER)}`)
    return texts[number % TOGETHER]
  }

  /**
   * The values of every document, by facet.
   *
   * @returns {Promise<import('./facets.mjs').Facets>}
   */
  async facets() {
    this.unpackedFacets ??= unpackedFacets(await this.part('facets'))
    return this.unpackedFacets
  }
}

/**
 * The folder of a file: it is named by the bytes in it, and so never holds others.
 *
 * @param {Manifest} manifest
 * @param {string} name
 */
function folderOf({ groups, files }, name) {
  const [kind, number] = name.split('/')
  const group = groups[kind]
  return group ? group.folders[Math.floor(Number(number) / group.size)] : files[kind]
}

/**
 * @param {typeof fetch} fetch
 * @param {string} address
 * @param {RequestCache} [cache]
 */
async function json(fetch, address, cache = 'default') {
  const response = await fetch(address, { cache })
  if (!response.ok) throw new Error(`${address}: ${response.status}`)
  return response.json()
}
