// Ask an index on disk: what is found, and what each question costs on the wire.

import { readFile, readdir } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'

// The one line that knows how a result names its document.
const name = (/** @type {any} */ result) => result.url

/** @type {Map<string, number>} */
const sizes = new Map()

/**
 * Return how many bytes files take on the wire.
 *
 * @param {string[]} paths
 */
async function bytes(paths) {
  let sum = 0
  for (const path of paths) {
    const known = sizes.get(path) ?? gzipSync(await readFile(path), { level: 6 }).length
    sizes.set(path, known)
    sum += known
  }
  return sum
}

/**
 * Open the index with nothing loaded yet, and note which files it loads.
 *
 * @param {string} site - a folder
 */
async function session(site) {
  const { open } = await import(pathToFileURL(`${site}/assets/search/search.mjs`).href)
  /** @type {Set<string>} */
  const loaded = new Set()
  /** @param {string} path */
  const fetch = async (path) => {
    loaded.add(path)
    const data = await readFile(path).catch(() => null)
    return new Response(data, { status: data ? 200 : 404 })
  }
  return { loaded, index: await open(`${site}/`, { fetch }) }
}

/**
 * Return all that has what was asked for, without what is only near.
 *
 * @param {string} site
 * @param {string} query
 */
async function found(site, query) {
  const { index } = await session(site)
  const { results } = await index.search(query, { limit: 1_000_000 })
  return results.filter((/** @type {any} */ result) => !result.near).map(name)
}

/**
 * Ask every query in a session of its own and in one they share.
 *
 * @param {string} site
 * @param {string[]} queries
 * @param {boolean} isRead - whether to read all that is found, and not only the first page
 */
export async function ask(site, queries, isRead) {
  const shared = await session(site)
  const answers = []
  for (const query of queries) {
    const own = await session(site)
    const { total } = await own.index.search(query, { isCounted: false })
    const before = new Set(shared.loaded)
    await shared.index.search(query, { isCounted: false })
    const added = [...shared.loaded].filter((path) => !before.has(path))
    answers.push({ query, total, loaded: [...own.loaded], added, found: isRead ? await found(site, query) : [] })
  }
  return costs(site, answers)
}

/**
 * Count bytes; what every query loads is loaded once, with the first.
 *
 * @param {string} site
 * @param {{query: string, total: number, loaded: string[], added: string[], found: string[]}[]} answers
 */
async function costs(site, answers) {
  const scripts = (await readdir(`${site}/assets/search`)).map((file) => `${site}/assets/search/${file}`)
  const common = answers[0].loaded.filter((path) => answers.every((one) => one.loaded.includes(path)))
  const counted = answers.map(async ({ loaded, added, ...answer }) => {
    const own = loaded.filter((path) => !common.includes(path))
    const first = await bytes([...scripts, ...loaded])
    return { ...answer, first, later: await bytes(own), files: own.length, warm: await bytes(added) }
  })
  const { files } = JSON.parse(await readFile(`${site}/search/manifest.json`, 'utf-8'))
  const facets = `${site}/search/${files.facets}/facets.json`
  return {
    scripts: await bytes(scripts),
    common: await bytes(common),
    facets: await bytes([facets]),
    answers: await Promise.all(counted)
  }
}
