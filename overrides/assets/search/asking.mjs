// The index of a page, opened when first asked, and opened anew after a failure.

/** @typedef {Awaited<ReturnType<typeof import('./search.mjs').open>>} Index */

/** @type {Map<string, Promise<Index>>} */
const opened = new Map()

/**
 * Ask the index below an address; its scripts are loaded with the first question.
 *
 * @template T
 * @param {string} base - the site's root, with a closing slash
 * @param {(index: Index) => T | Promise<T>} question
 * @returns {Promise<T>}
 */
export async function ask(base, question) {
  const index = opened.get(base) ?? import('./search.mjs').then(({ open }) => open(base))
  opened.set(base, index)
  try {
    return await question(await index)
  } catch (error) {
    opened.delete(base)
    throw error
  }
}
