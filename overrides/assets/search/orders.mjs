// Other orders of what is found than the best first; generators/search/shards.py writes them.

/**
 * @typedef {'' | 'newest'} Sort - empty for the order of search
 */

/**
 * @template {{number: number}} T
 * @param {import('./files.mjs').Files} files
 * @param {T[]} hits
 * @param {Sort} sort
 * @returns {Promise<T[]>}
 */
export async function sorted(files, hits, sort) {
  if (!sort) return hits
  /** @type {number[]} */
  const order = (await files.part('orders'))[sort]
  const places = new Map(order.map((number, place) => [number, place]))
  return [...hits].sort((a, b) => (places.get(a.number) ?? 0) - (places.get(b.number) ?? 0))
}
