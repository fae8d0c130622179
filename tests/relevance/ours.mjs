// Ask the search of a built site, and count what it loads, compressed as a server would send it.
//
//   node tests/relevance/ours.mjs SITE < queries.json
//
// Reads a list of queries and prints {query: {paths, first, later}}: the first ten paths, the
// bytes of the query as the first of a visit, and its bytes after the query before it.

import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { posix, resolve } from 'node:path'
import { argv, stdin, stdout } from 'node:process'
import { text } from 'node:stream/consumers'
import { pathToFileURL } from 'node:url'
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads'
import { gzipSync } from 'node:zlib'

/**
 * @typedef {{paths: string[], bytes: number}} Asked
 * @typedef {{search: (query: string, options: {limit: number}) =>
 *   Promise<{results: {url: string}[]}>}} Search
 * @typedef {{open: (base: string, options: {fetch: typeof fetch}) => Promise<Search>}} SearchModule
 * @typedef {(name: string) => Promise<{body: Buffer, size: number} | undefined>} File
 */

const BASE = 'https://www.shili.example/cyfw/'
const MODULE = 'assets/search/search.mjs'
const SHOWN = 10
const GZIP = { level: 6 }
// Imports of a module: at the start of a line, or awaited. Types in comments are neither.
const IMPORT =
  /^(?:import|export)\b[^'"()=]*['"](\.[^'"]+)['"]|await\s+import\(\s*['"](\.[^'"]+)['"]/gm

/**
 * Return the files of a folder with their compressed size, or nothing where there is no file.
 *
 * @param {string} folder
 */
function files(folder) {
  /** @type {Map<string, Promise<{body: Buffer, size: number} | undefined>>} */
  const known = new Map()
  /** @param {string} name */
  const read = async (name) => {
    const body = await readFile(resolve(folder, name)).catch(() => undefined)
    return body && { body, size: Math.min(body.length, gzipSync(body, GZIP).length) }
  }
  /** @type {File} */
  return (name) => {
    const file = known.get(name) ?? read(name)
    known.set(name, file)
    return file
  }
}

/**
 * Return the size of a module and of everything it imports.
 *
 * @param {File} file
 * @param {string} name
 * @param {Set<string>} seen
 * @returns {Promise<number>}
 */
async function scriptBytes(file, name, seen = new Set()) {
  if (seen.has(name)) return 0
  seen.add(name)
  const script = await file(name)
  if (!script) throw new Error(`The site has no ${name}; is this the folder of a built site?`)
  let bytes = script.size
  for (const [, fixed, awaited] of script.body.toString().matchAll(IMPORT)) {
    bytes += await scriptBytes(file, posix.join(posix.dirname(name), fixed ?? awaited), seen)
  }
  return bytes
}

/**
 * Return a fetch that reads the site's files, and the sizes of what it read.
 *
 * @param {File} file
 */
function reading(file) {
  /** @type {Map<string, number>} */
  const loaded = new Map()
  /** @type {typeof fetch} */
  const fetchFile = async (address) => {
    const name = pathOf(address instanceof Request ? address.url : String(address))
    const found = await file(name)
    if (!found) return new Response(null, { status: 404 })
    loaded.set(name, found.size)
    return new Response(new Uint8Array(found.body))
  }
  return { fetchFile, bytes: () => [...loaded.values()].reduce((sum, size) => sum + size, 0) }
}

/**
 * Ask queries in one visit, each with the bytes of the files that nothing before it loaded.
 *
 * @param {File} file
 * @param {string[]} queries
 */
async function visit(file, queries) {
  const scripts = await scriptBytes(file, MODULE)
  /** @type {SearchModule} */
  const module = await import(pathToFileURL(resolve(argv[2], MODULE)).href)
  const { fetchFile, bytes } = reading(file)
  const search = await module.open(BASE, { fetch: fetchFile })
  /** @type {Asked[]} */
  const asked = []
  let before = -scripts
  for (const query of queries) {
    const { results } = await search.search(query, { limit: SHOWN })
    asked.push({ paths: results.map(({ url }) => pathOf(url)), bytes: bytes() - before })
    before = bytes()
  }
  return asked
}

/**
 * Return the path below the site's root of an address.
 *
 * @param {string} url
 */
function pathOf(url) {
  return decodeURI(new URL(url, BASE).pathname.slice(new URL(BASE).pathname.length))
}

/**
 * Ask two queries in a worker of its own, where nothing of another visit is known.
 *
 * @param {string[]} queries
 * @returns {Promise<Asked[]>}
 */
async function visitInWorker(queries) {
  const worker = new Worker(new URL(import.meta.url), { argv: argv.slice(2), workerData: queries })
  const [asked] = await once(worker, 'message')
  return asked
}

/**
 * Ask every query first in one visit, and after the query before it in another.
 *
 * @param {string[]} queries
 */
async function ask(queries) {
  /** @type {Record<string, {paths: string[], first: number, later: number}>} */
  const answers = Object.fromEntries(
    queries.map((query) => [query, { paths: [], first: 0, later: 0 }])
  )
  for (const [index, query] of queries.entries()) {
    const next = queries[(index + 1) % queries.length]
    const [first, later] = await visitInWorker([query, next])
    Object.assign(answers[query], { paths: first.paths, first: first.bytes })
    answers[next].later = later.bytes
  }
  return answers
}

if (isMainThread) {
  stdout.write(JSON.stringify(await ask(JSON.parse(await text(stdin)))))
} else {
  parentPort?.postMessage(await visit(files(argv[2]), workerData))
}
