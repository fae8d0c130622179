// From a text to search terms, the same as in generators/search/analysis.py and filing.py.

const HAN = '\\u3005\\u3007\\u3400-\\u9fff\\u{20000}-\\u{3ffff}'
const BEGINS_HAN = new RegExp(`^[${HAN}]`, 'u')
const RUN = /[\p{L}\p{N}]+/gu
const UNIT = new RegExp(`[${HAN}]|\\p{Nd}+|[^\\p{Nd}${HAN}]+`, 'gu')
// A look-ahead consumes nothing, so that every place is tried.
const PAIR = new RegExp(`(?=([${HAN}]{2})(.?))`, 'gu')
const WORD = new RegExp(`(\\p{Nd}+|[^\\p{Nd}${HAN}]+)(?=(.?))`, 'gu')
const YEAR_IN_BRACKETS = /[〔[(【](\d{4})[〕\])】]/g
const FOLLOWERS = 6
const EXACT = '='

/** @typedef {[term: string, following: string]} Term */

/** @type {Record<string, string>} */
let simplified = {}

/**
 * From now on compare traditional characters as simplified ones.
 *
 * @param {Record<string, string>} table
 */
export function learnTraditional(table) {
  simplified = table
}

/** @param {string} text */
export function normalise(text) {
  const plain = text.normalize('NFKC').toLowerCase()
  return /[\u3400-\uffff]/.test(plain) ? Array.from(plain, (c) => simplified[c] ?? c).join('') : plain
}

/**
 * The runs of letters and digits of a text; 〔2023〕 belongs to what it follows.
 *
 * @param {string} text
 * @returns {string[]}
 */
export function runs(text) {
  return normalise(text).replace(YEAR_IN_BRACKETS, '$1 ').match(RUN) ?? []
}

/**
 * Cut a run into Han characters, words and numbers.
 *
 * @param {string} run
 * @returns {string[]}
 */
export function units(run) {
  return run.match(UNIT) ?? []
}

/**
 * The runs of a text, a space on both sides of each unit: 1月 is not in 11月.
 *
 * @param {string} text
 */
export function spaced(text) {
  return runs(text).map((run) => ` ${units(run).join(' ')} `).join('\n')
}

/** @param {string} unit */
export function isHan(unit) {
  return BEGINS_HAN.test(unit)
}

/**
 * The terms a run must have to contain this run: pairs, words, and lonely characters.
 *
 * @param {string} run
 * @returns {Term[]}
 */
export function phraseTerms(run) {
  const pairs = found(run, PAIR)
  const paired = new Set(pairs.flatMap(([pair]) => [...pair]))
  const lonely = units(run).filter((unit) => isHan(unit) && !paired.has(unit))
  const terms = [...pairs, ...found(run, WORD), ...lonely.map((unit) => /** @type {Term} */ ([unit, '']))]
  return [...new Map(terms.map((term) => [term.join(' '), term])).values()]
}

/**
 * @param {string} run
 * @param {RegExp} pattern - with the term and what follows as groups
 * @returns {Term[]}
 */
function found(run, pattern) {
  return Array.from(run.matchAll(pattern), ([, term, following]) => [term, following])
}

/**
 * The class of the character that follows a term, as a bit; none for no character.
 *
 * @param {string} following
 */
export function followerBit(following) {
  return following ? 1 << (following.codePointAt(0) ?? 0) % FOLLOWERS : 0
}

/**
 * The term of a whole title.
 *
 * @param {string} title
 */
export function exactTerm(title) {
  const said = runs(title)
  return `${EXACT}${said.length ? head(said[0]) : ''} ${fnv1a(said.join('')).toString(16)}`
}

/** @param {string} run */
function head(run) {
  const [one, two] = units(run)
  return two && isHan(one) && isHan(two) ? one + two : one
}

/**
 * What a shard has of a term, and the hash of a whole title.
 *
 * @param {string} term
 * @returns {[key: string, hash?: number]}
 */
export function cutTerm(term) {
  if (!term.startsWith(EXACT)) return [term]
  const [key, hash] = term.split(' ')
  return [key, parseInt(hash, 16)]
}

/**
 * The hash that tells the shard of a term; a whole title lies where its first term lies.
 *
 * @param {string} term
 */
export function hashOf(term) {
  return fnv1a(term.startsWith(EXACT) ? term.slice(1).split(' ', 1)[0] : term)
}

/** @param {string} text */
function fnv1a(text) {
  let value = 0x811c9dc5
  for (const character of text) {
    value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0
  }
  return value
}
