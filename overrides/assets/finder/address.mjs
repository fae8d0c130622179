// What is wanted, as the address of the page says it: shared, bookmarked, gone back to.

const QUERY = 'q'
const SORT = 'sort'
const NEWEST = 'newest'

/**
 * @typedef {object} Wanted
 * @property {string} query
 * @property {import('../search/facets.mjs').Filters} filters - only facets with chosen values
 * @property {import('../search/orders.mjs').Sort} sort
 */

/**
 * Read the part of an address that begins with its question mark.
 *
 * @param {string} search
 * @param {string[]} facets - those that may be chosen
 * @returns {Wanted}
 */
export function read(search, facets) {
  const said = new URLSearchParams(search)
  const chosen = facets.map((facet) => [facet, [...new Set(said.getAll(facet).filter(Boolean))]])
  return {
    query: (said.get(QUERY) ?? '').trim(),
    filters: Object.fromEntries(chosen.filter(([, values]) => values.length)),
    sort: said.get(SORT) === NEWEST ? NEWEST : ''
  }
}

/**
 * @param {Wanted} wanted
 * @returns {string} with its question mark, or empty
 */
export function written({ query, filters, sort }) {
  const said = new URLSearchParams()
  if (query) said.set(QUERY, query)
  for (const [facet, values] of Object.entries(filters)) {
    for (const value of values) said.append(facet, value)
  }
  if (sort) said.set(SORT, sort)
  const search = said.toString()
  return search && `?${search}`
}

/**
 * @param {Wanted} wanted
 * @param {string} facet
 * @param {string} value
 * @returns {Wanted} without that filter
 */
export function without(wanted, facet, value) {
  const left = (wanted.filters[facet] ?? []).filter((other) => other !== value)
  const { [facet]: _, ...others } = wanted.filters
  return { ...wanted, filters: left.length ? { ...others, [facet]: left } : others }
}
