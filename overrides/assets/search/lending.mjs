// What found records lend the records they are linked with: who is near a good answer is one.
// Twin of generators/search/lending.py.

/** How many of the best lend: their files are loaded anyway, as they are shown. */
export const SOURCES = 4
/** What part of its score a record lends to others that were found as asked for. */
export const AMONG_FOUND = 0.1
/** What part it lends to those that were not, which it may bring among the near ones. */
export const TO_NEAR = 0.3

/**
 * What each document is lent; who has many links lends less along each.
 *
 * @param {{score: number, links: number[]}[]} sources
 * @param {number} share
 */
export function lent(sources, share) {
  /** @type {Map<number, number>} */
  const total = new Map()
  for (const { score, links } of sources) {
    for (const other of links) {
      total.set(other, (total.get(other) ?? 0) + (share * score) / Math.sqrt(links.length))
    }
  }
  return total
}
