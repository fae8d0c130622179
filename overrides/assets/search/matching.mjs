// Which documents have what is asked for, and how much they say of it.

import { followerBit } from './terms.mjs'

const LEVELS = 31
/** How much of what the best document has a document must have to be near. */
const ENOUGH = 0.1
/** What a term can tell at most: a rare one may be two ends of words that meet by chance. */
const LOUDEST = 3

/**
 * @typedef {import('./packing.mjs').Postings} Postings
 * @typedef {import('./query.mjs').Concept} Concept
 * @typedef {import('./query.mjs').Phrase} Phrase
 * @typedef {Map<number, number>} Scores - by document number
 * @typedef {(term: string) => Promise<Postings>} Load
 */

/**
 * How much a term tells that so many of all documents have (BM25's idf).
 *
 * @param {number} documents
 * @param {number} having
 */
function rarity(documents, having) {
  return Math.log(1 + (documents - having + 0.5) / (having + 0.5))
}

/**
 * Score the documents that have every concept, each by its best phrase.
 *
 * @param {Concept[]} concepts
 * @param {Load} load
 * @param {number} documents
 * @param {{isInTitle?: boolean}} [options] - whether all must be in the title
 * @returns {Promise<Scores>}
 */
export async function having(concepts, load, documents, { isInTitle = false } = {}) {
  if (!concepts.length) return new Map()
  const sought = isInTitle ? async (/** @type {string} */ term) => inTitles(await load(term)) : load
  const ways = await Promise.all(concepts.map((concept) => oneOf(concept, sought, documents)))
  const [first, ...rest] = ways
  const everywhere = [...first.keys()].filter((number) => rest.every((way) => way.has(number)))
  return new Map(everywhere.map((number) => [number, sum(ways.map((way) => way.get(number) ?? 0))]))
}

/**
 * @param {Postings} postings
 * @returns {Postings}
 */
function inTitles({ documents, levels, titles, followers }) {
  /** @param {unknown} _ @param {number} at */
  const isTitle = (_, at) => titles[at] === 1
  return {
    documents: documents.filter(isTitle),
    levels: levels.filter(isTitle),
    titles: titles.filter(isTitle),
    followers: followers.filter(isTitle)
  }
}

/**
 * @param {Concept} concept
 * @param {Load} load
 * @param {number} documents
 */
async function oneOf(concept, load, documents) {
  const lists = await Promise.all(concept.map((p) => Promise.all(p.terms.map(([term]) => load(term)))))
  const worths = lists.map((all) => sum(all.map((list) => rarity(documents, list.documents.length))))
  /** @type {Scores} */
  const best = new Map()
  concept.forEach((phrase, which) => {
    for (const [number, score] of allTerms(phrase, lists[which], documents)) {
      const part = (phrase.weight * score * worths[0]) / worths[which]
      best.set(number, Math.max(part, best.get(number) ?? 0))
    }
  })
  return best
}

/**
 * Score the documents that have all terms of a phrase, each followed by what follows in it.
 *
 * @param {Phrase} phrase
 * @param {Postings[]} lists
 * @param {number} documents
 * @returns {[number, number][]}
 */
function allTerms(phrase, lists, documents) {
  const seen = new Uint16Array(documents)
  const scores = new Float64Array(documents)
  lists.forEach((list, place) => {
    const tells = rarity(documents, list.documents.length) / LEVELS
    const needed = followerBit(phrase.terms[place][1])
    for (let at = 0; at < list.documents.length; at++) {
      const number = list.documents[at]
      if (seen[number] !== place || (list.followers[at] & needed) !== needed) continue
      seen[number]++
      scores[number] += tells * list.levels[at]
    }
  })
  const last = lists.at(-1)?.documents ?? []
  return Array.from(last)
    .filter((number) => seen[number] === lists.length)
    .map((number) => [number, scores[number]])
}

/**
 * What documents have of a phrase or concept: what it tells, and their scores.
 *
 * @typedef {{most: number, told: Scores, scores: Scores}} Tally
 */

/**
 * Score the documents that have enough of the concepts, where none has all.
 * Twin of generators/search/loose.py.
 *
 * @param {Concept[]} concepts
 * @param {Load} load
 * @param {number} documents
 * @returns {Promise<Scores>}
 */
export async function covering(concepts, load, documents) {
  /** @type {Tally} */
  const total = { most: 0, told: new Map(), scores: new Map() }
  for (const concept of concepts) {
    const ways = await Promise.all(concept.map((phrase) => tally(phrase, load, documents)))
    const best = bestOf(ways)
    total.most += best.most
    for (const [number, told] of best.told) {
      add(total.told, number, told)
      add(total.scores, number, best.scores.get(number) ?? 0)
    }
  }
  let most = 0
  for (const told of total.told.values()) most = Math.max(most, told)
  /** @type {Scores} */
  const near = new Map()
  for (const [number, score] of total.scores) {
    const told = total.told.get(number) ?? 0
    if (told >= ENOUGH * most) near.set(number, (score * told) / total.most)
  }
  return near
}

/**
 * @param {Phrase} phrase
 * @param {Load} load
 * @param {number} documents
 */
async function tally(phrase, load, documents) {
  /** @type {Tally} */
  const found = { most: 0, told: new Map(), scores: new Map() }
  for (const list of await present(phrase, load)) {
    const tells = Math.min(LOUDEST, rarity(documents, list.documents.length))
    found.most += tells
    list.documents.forEach((number, at) => {
      add(found.told, number, tells)
      add(found.scores, number, (phrase.weight * tells * list.levels[at]) / LEVELS)
    })
  }
  return found
}

/**
 * The postings of the phrase's terms, or of its characters where there are none of them.
 *
 * @param {Phrase} phrase
 * @param {Load} load
 */
async function present(phrase, load) {
  const found = await some(phrase.terms.map(([term]) => term), load)
  return found.length ? found : some([...new Set(phrase.text)], load)
}

/**
 * @param {string[]} terms
 * @param {Load} load
 */
async function some(terms, load) {
  return (await Promise.all(terms.map(load))).filter((list) => list.documents.length)
}

/**
 * The best of each way; other words are worth what is typed, be they longer or rarer.
 *
 * @param {Tally[]} ways
 * @returns {Tally}
 */
function bestOf(ways) {
  /** @type {Tally} */
  const best = { most: ways.find((way) => way.most)?.most ?? 0, told: new Map(), scores: new Map() }
  for (const way of ways) {
    const worth = best.most / way.most
    for (const [number, told] of way.told) {
      best.told.set(number, Math.max(worth * told, best.told.get(number) ?? 0))
      best.scores.set(number, Math.max(worth * (way.scores.get(number) ?? 0), best.scores.get(number) ?? 0))
    }
  }
  return best
}

/**
 * @param {Scores} scores
 * @param {number} number
 * @param {number} value
 */
function add(scores, number, value) {
  scores.set(number, (scores.get(number) ?? 0) + value)
}

/** @param {number[]} numbers */
function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0)
}
