// “您是不是要找”: a known phrase that a query nearly has, by ear or but for one character.
// Twin of generators/search/corrections.py; both pass tests/search/vectors/corrections.json.

import { runs } from './terms.mjs'

const SHORTEST = 2
const SAFE_WITHIN = 3 // shorter phrases are corrected only where they are all that is said
const SAFE_TO_GUESS = 4 // shorter phrases are corrected by ear only
const OTHER_CHARACTER = 1
const SAME_SOUND = 0.4
const MISSING_OR_EXTRA = 1.2
const GUESSES = 3

/**
 * What may have been meant, the likeliest first, at most three.
 *
 * @param {string} query
 * @param {string[]} phrases
 * @param {Record<string, string>} sounds - the characters of each sound
 * @returns {string[]}
 */
export function corrections(query, phrases, sounds) {
  const soundOf = new Map(Object.entries(sounds).flatMap(([s, all]) => [...all].map((c) => [c, s])))
  // Characters, not the halves into which JavaScript cuts the rarer ones.
  const known = phrases.map((phrase) => [...runs(phrase).join('')]).filter((text) => text.length >= SHORTEST)
  const said = runs(query)
  /** @type {Map<string, number>} */
  const found = new Map()
  said.forEach((characters, number) => {
    const run = [...characters]
    known.forEach((text, order) => {
      for (const [start, end, cost] of near(run, text, soundOf)) {
        const whole = [...run.slice(0, start), ...text, ...run.slice(end)].join('')
        const mended = said.map((other, place) => (place === number ? whole : other)).join(' ')
        const worth = text.length - 3 * cost - order / 1e6
        found.set(mended, Math.max(worth, found.get(mended) ?? worth))
      }
    })
  })
  const order = [...found].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
  return order.slice(0, GUESSES).map(([mended]) => mended)
}

/**
 * Every stretch of a run that is nearly a phrase: start, end, cost.
 *
 * @param {string[]} run
 * @param {string[]} phrase
 * @param {Map<string, string>} soundOf
 * @returns {Generator<[number, number, number]>}
 */
function* near(run, phrase, soundOf) {
  if (run.join('').includes(phrase.join(''))) return
  if (phrase.length < SAFE_WITHIN && run.length !== phrase.length) return
  for (const length of [phrase.length, phrase.length - 1, phrase.length + 1]) {
    for (let start = 0; start + length <= run.length; start++) {
      const cost = costOf(run.slice(start, start + length), phrase, soundOf)
      if (cost !== undefined) yield [start, start + length, cost]
    }
  }
}

/**
 * @param {string[]} said
 * @param {string[]} phrase
 * @param {Map<string, string>} soundOf
 */
function costOf(said, phrase, soundOf) {
  if (said.length === phrase.length) return replaced(said, phrase, soundOf)
  const [shorter, longer] = said.length < phrase.length ? [said, phrase] : [phrase, said]
  if (shorter.length < SAFE_TO_GUESS) return undefined
  let i = 0
  while (i < shorter.length && shorter[i] === longer[i]) i++
  return shorter.slice(i).join('') === longer.slice(i + 1).join('') ? MISSING_OR_EXTRA : undefined
}

/**
 * @param {string[]} said
 * @param {string[]} phrase
 * @param {Map<string, string>} soundOf
 */
function replaced(said, phrase, soundOf) {
  const places = said.flatMap((c, place) => (c === phrase[place] ? [] : [place]))
  const heard = places.filter((place) => {
    const sound = soundOf.get(said[place])
    return sound !== undefined && sound === soundOf.get(phrase[place])
  })
  const isSafe = phrase.length >= SAFE_TO_GUESS
  const [a, b] = places
  const isSwapped = places.length === 2 && said[a] === phrase[b] && said[b] === phrase[a]
  if (isSwapped && (isSafe || /^[ -~]+$/.test(phrase.join('')))) return OTHER_CHARACTER
  const otherwise = places.length - heard.length
  if (2 * places.length > phrase.length && otherwise) return undefined
  if (otherwise > (isSafe ? 1 : 0)) return undefined
  return SAME_SOUND * heard.length + OTHER_CHARACTER * otherwise
}
