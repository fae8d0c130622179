// Narrowing by facets, with the count of every value.

import { unpackedColumn } from './packing.mjs'

/**
 * @typedef {object} Packed - as generators/search/facets.py packs a facet
 * @property {string[]} values
 * @property {number[][]} sets - places in values
 * @property {number} width
 * @property {string} column - the place of each document in sets
 *
 * @typedef {{values: string[], sets: number[][], column: Uint32Array}} Facet
 * @typedef {Record<string, Facet>} Facets
 * @typedef {Record<string, string[]>} Filters - values by facet; a document must have one of each
 * @typedef {Record<string, {value: string, count: number}[]>} Counts
 */

/**
 * @param {Record<string, Packed>} packed
 * @returns {Facets}
 */
export function unpackedFacets(packed) {
  const facets = Object.entries(packed).map(([name, { values, sets, width, column }]) => {
    return [name, { values, sets, column: unpackedColumn(column, width) }]
  })
  return Object.fromEntries(facets)
}

/**
 * Tell of a document whether it fits the filters.
 *
 * @param {Facets} facets
 * @param {Filters} filters
 * @returns {(number: number) => boolean}
 */
export function matching(facets, filters) {
  const tests = Object.entries(filters)
    .filter(([name, chosen]) => chosen.length && facets[name])
    .map(([name, chosen]) => fitting(facets[name], chosen))
  return (number) => tests.every((fits) => fits(number))
}

/**
 * @param {Facet} facet
 * @param {string[]} chosen
 * @returns {(number: number) => boolean}
 */
function fitting({ values, sets, column }, chosen) {
  const isWanted = sets.map((set) => set.some((place) => chosen.includes(values[place])))
  return (number) => isWanted[column[number]]
}

/**
 * Count the values of each facet among documents that fit the filters of the other facets.
 *
 * @param {Facets} facets
 * @param {Filters} filters
 * @param {number[]} documents
 * @returns {Counts}
 */
export function counted(facets, filters, documents) {
  const counts = Object.entries(facets).map(([name, facet]) => {
    const fits = matching(facets, { ...filters, [name]: [] })
    return [name, valueCounts(facet, documents.filter(fits), filters[name] ?? [])]
  })
  return Object.fromEntries(counts)
}

/**
 * @param {Facet} facet
 * @param {number[]} documents
 * @param {string[]} chosen - shown even if nothing has them
 */
function valueCounts({ values, sets, column }, documents, chosen) {
  const having = new Uint32Array(sets.length)
  for (const number of documents) having[column[number]]++
  const counts = new Uint32Array(values.length)
  sets.forEach((set, row) => set.forEach((place) => (counts[place] += having[row])))
  return values
    .map((value, place) => ({ value, count: counts[place] }))
    .filter(({ value, count }) => count || chosen.includes(value))
}
