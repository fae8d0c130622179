// Call functions of the search modules, as Python's tests ask.
//
//   node tests/search/twins.mjs < question.json
//
// Reads {calls: [[name, ...arguments]], alike, named, ignored, weight, spelt, sounds, syllables,
// traditional, frequent} and prints what each call returned, in the shapes of tests/search/twins.py.

import { stdin, stdout } from 'node:process'
import { text } from 'node:stream/consumers'

import { corrections } from '../../overrides/assets/search/corrections.mjs'
import { ascending, unpackedColumn, unpackedPostings } from '../../overrides/assets/search/packing.mjs'
import * as query from '../../overrides/assets/search/query.mjs'
import * as terms from '../../overrides/assets/search/terms.mjs'

const given = JSON.parse(await text(stdin))
const frequent = new Set(given.frequent)
/** @param {string} pair */
const isFrequent = (pair) => frequent.has(terms.markOf(pair))
const words = new query.Lexicon({ ...given, isFrequent })
terms.learnTraditional(given.traditional)

/** @param {import('../../overrides/assets/search/query.mjs').Concept[]} concepts */
const shaped = (concepts) =>
  concepts.map((concept) => concept.map((p) => [p.text || p.terms.map(([term]) => term), p.weight === 1]))

/**
 * @param {Record<string, Iterable<number>>} lists
 * @param {(list: Iterable<number>) => unknown} change
 */
const mapped = (lists, change) =>
  Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, change(list)]))

/** @type {Record<string, (...values: any[]) => unknown>} */
const functions = {
  normalise: terms.normalise,
  runs: terms.runs,
  units: terms.units,
  spaced: terms.spaced,
  phrase_terms: (run) => terms.phraseTerms(run, isFrequent),
  follower_bit: terms.followerBit,
  title_hash: terms.titleHash,
  fnv1a: terms.fnv1a,
  column: (column, width) => [...unpackedColumn(column, width)],
  ascending: (packed) => [...ascending(packed)],
  postings: (packed) => mapped(unpackedPostings(packed), (numbers) => [...numbers]),
  pieces: (run) => query.pieces(run, words).map((piece) => [piece.text, piece.ignored]),
  typed: (said) => shaped(query.typed(said, words)),
  reduced: (said) => shaped(query.reduced(said, words)),
  in_words: (said) => shaped(query.inWords(said, words)),
  in_sounds: (said) => shaped(query.inSounds(said, given.syllables, isFrequent)),
  heard: (said) => shaped(query.heard(said, words, given.spelt)),
  cut_syllables: (word) => query.cutSyllables(word, new Set(given.syllables)),
  corrections: (said) =>
    corrections(said, given.spelt.map((/** @type {string[]} */ [phrase]) => phrase), given.sounds)
}

const said = given.calls.map((/** @type {[string, ...any[]]} */ [name, ...values]) => functions[name](...values))
stdout.write(JSON.stringify(said))
