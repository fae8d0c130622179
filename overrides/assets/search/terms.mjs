// From a text to search terms, the same as in generators/search/analysis.py and filing.py.

const HAN = '\\u3005\\u3007\\u3400-\\u9fff\\u{20000}-\\u{3ffff}'
const BEGINS_HAN = new RegExp(`^[${HAN}]`, 'u')
const RUN = /[\p{L}\p{N}]+/gu
const UNIT = new RegExp(`[${HAN}]|\\p{Nd}+|[^\\p{Nd}${HAN}]+`, 'gu')
const STRETCH = new RegExp(`([${HAN}]{2,})(?=(.?))`, 'gu')
const WORD = new RegExp(`(\\p{Nd}+|[^\\p{Nd}${HAN}]+)(?=(.?))`, 'gu')
const YEAR_IN_BRACKETS = /[〔[(【](\d{4})[〕\])】]/g
const FOLLOWERS = 6
const MARKS = 1 << 17 // as in generators/search/filing.py
const LONGEST = 6 // characters of a term, as in generators/search/long_terms.py

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
 * The terms a run must have to contain this run: pairs, words, and lonely characters; long terms in
 * place of frequent pairs, which very many documents have.
 *
 * @param {string} run
 * @param {(pair: string) => boolean} isFrequent
 * @returns {Term[]}
 */
export function phraseTerms(run, isFrequent) {
  const stretches = found(run, STRETCH)
  const linked = stretches.flatMap(([stretch, after]) => reaching([...stretch], after, isFrequent))
  const paired = new Set(stretches.flatMap(([stretch]) => [...stretch]))
  const lonely = units(run).filter((unit) => isHan(unit) && !paired.has(unit))
  const terms = [...linked, ...found(run, WORD), ...lonely.map((unit) => /** @type {Term} */ ([unit, '']))]
  return [...new Map(terms.map((term) => [term.join(' '), term])).values()]
}

/**
 * The terms of neighbouring Han characters, after which something else may follow.
 *
 * @param {string[]} stretch
 * @param {string} after
 * @param {(pair: string) => boolean} isFrequent
 */
function reaching(stretch, after, isFrequent) {
  const often = stretch.slice(1).map((two, at) => isFrequent(stretch[at] + two))
  const said = [...stretch, after]
  /** @type {Term[]} */
  const terms = []
  for (let start = 0, end; start < often.length; start = end - 1) {
    end = start + 2
    while (end < stretch.length && end - start < LONGEST && often[end - 2]) end++
    const isRest = start > 0 && often[start] && end - start === 2
    while (isRest && start && often[start - 1] && end - start < LONGEST) start--
    // Behind a rare pair nothing more need be asked for: what follows that is known of it.
    if (!isRest || end - start > 2) terms.push([said.slice(start, end).join(''), said[end]])
  }
  return terms
}

/**
 * @param {string} run
 * @param {RegExp} pattern - with a term or stretch and what follows as groups
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
 * The hash of a whole title: titles that differ in marks and width have the same.
 *
 * @param {string} title
 */
export function titleHash(title) {
  return fnv1a(runs(title).join(''))
}

/**
 * The mark of a term, by which the manifest tells common terms and frequent pairs.
 *
 * @param {string} term
 */
export function markOf(term) {
  return fnv1a(term) % MARKS
}

/**
 * FNV-1a over the characters of a text, 32 bits.
 *
 * @param {string} text
 */
export function fnv1a(text) {
  let value = 0x811c9dc5
  for (const character of text) {
    value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0
  }
  return value
}
