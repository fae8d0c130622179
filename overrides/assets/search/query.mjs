// What a query may mean, from the strictest reading to the loosest.
// Twin of generators/search/query.py; both pass tests/search/vectors/query.json.

import { phraseTerms, runs, units } from './terms.mjs'

const LONGEST_SYLLABLE = 6
const HEARD = 2
const SAFE_TO_GUESS = 4

/**
 * A run to be found as it stands; the text is empty where a sound is looked for.
 *
 * @typedef {{text: string, terms: import('./terms.mjs').Term[], weight: number}} Phrase
 * @typedef {Phrase[]} Concept - ways of saying one thing, of which a document must have one
 * @typedef {{text: string, ignored: boolean}} Piece
 * @typedef {object} Words - as lexicon.py has packed them, a space between words
 * @property {Record<string, string>} alike - words that mean each other: more that mean all of them
 * @property {Record<string, string>} named - words: what means them, not the other way round
 * @property {string[]} ignored
 * @property {number} weight
 * @property {(pair: string) => boolean} isFrequent
 */

/** What search knows of words; `others` are what documents may say instead of a word. */
export class Lexicon {
  /** @param {Words} words */
  constructor({ alike, named, ignored, weight, isFrequent }) {
    /** @type {Map<string, string[]>} */
    this.others = new Map()
    for (const [group, more] of Object.entries(alike)) this.mean(group.split(' '), `${group} ${more}`)
    for (const [meant, words] of Object.entries(named)) this.mean(meant.split(' '), words)
    this.ignored = new Set(ignored)
    this.weight = weight
    this.isFrequent = isFrequent
    this.longest = Math.max(0, ...[...this.others.keys(), ...ignored].map((word) => word.length))
  }

  /**
   * @param {string[]} meant
   * @param {string} words
   */
  mean(meant, words) {
    for (const word of words.trim().split(' ')) this.others.set(word, meant.filter((other) => other !== word))
  }

  /** @param {string} word */
  knows(word) {
    return this.others.has(word) || this.ignored.has(word)
  }
}

/**
 * As it is typed: every run, or a run that says the same.
 *
 * @param {string} query
 * @param {Lexicon} lexicon
 * @returns {Concept[]}
 */
export function typed(query, lexicon) {
  return runs(query).map((run) => alternatives(pieces(run, lexicon), lexicon))
}

/**
 * Without the words that may be left out.
 *
 * @param {string} query
 * @param {Lexicon} lexicon
 * @returns {Concept[]}
 */
export function reduced(query, lexicon) {
  return runs(query).flatMap((run) => parts(run, lexicon)).map((part) => alternatives(part, lexicon))
}

/**
 * As words that may stand apart.
 *
 * @param {string} query
 * @param {Lexicon} lexicon
 * @returns {Concept[]}
 */
export function inWords(query, lexicon) {
  return runs(query)
    .flatMap((run) => pieces(run, lexicon))
    .filter((piece) => !piece.ignored)
    .map((piece) => alternatives([piece], lexicon))
}

/**
 * Its Latin words as pinyin or initials; empty where there are none.
 *
 * @param {string} query
 * @param {Iterable<string>} syllables
 * @param {(pair: string) => boolean} isFrequent
 * @returns {Concept[]}
 */
export function inSounds(query, syllables, isFrequent) {
  const known = new Set(syllables)
  const concepts = runs(query).flatMap(stretches).map((stretch) => sounds(stretch, known, isFrequent))
  const isSounded = concepts.some((concept) => concept.some((phrase) => phrase.text === ''))
  return isSounded && concepts.every((concept) => concept.length) ? concepts : []
}

/**
 * As the pinyin or initials of phrases, else of the first that begins so.
 *
 * @param {string} query
 * @param {Lexicon} lexicon
 * @param {[phrase: string, spelling: string][]} spelt
 * @returns {Concept[]}
 */
export function heard(query, lexicon, spelt) {
  const ways = heardPhrases(query, spelt).flatMap((phrase) => typed(phrase, lexicon).flat())
  return ways.length ? [ways] : []
}

/**
 * The phrases whose pinyin or initials are typed, else the first that begins so.
 *
 * @param {string} query
 * @param {[phrase: string, spelling: string][]} spelt
 */
export function heardPhrases(query, spelt) {
  const said = runs(query).join('')
  if (!isLatin(said)) return []
  /** @param {(reading: string) => boolean} fits */
  const having = (fits) => spelt.filter(([, s]) => s && readings(s).some(fits)).map(([phrase]) => phrase)
  const whole = having((reading) => reading === said).slice(0, HEARD)
  if (whole.length || said.length < SAFE_TO_GUESS) return whole
  return having((reading) => reading.startsWith(said)).slice(0, 1)
}

/** @param {string} spelling */
function readings(spelling) {
  const syllables = spelling.split(' ')
  return [syllables.join(''), syllables.map((syllable) => syllable[0]).join('')]
}

/**
 * Cut a run at the longest words the lexicon knows, from left to right.
 *
 * @param {string} run
 * @param {Lexicon} lexicon
 * @returns {Piece[]}
 */
export function pieces(run, lexicon) {
  /** @type {Piece[]} */
  const found = []
  let between = ''
  const close = () => {
    if (between) found.push({ text: between, ignored: false })
    between = ''
  }
  for (let place = 0; place < run.length; ) {
    const word = wordAt(run, place, lexicon)
    if (word) {
      close()
      found.push({ text: word, ignored: lexicon.ignored.has(word) })
    } else between += run[place]
    place += word.length || 1
  }
  close()
  return found
}

/**
 * @param {string} run
 * @param {number} place
 * @param {Lexicon} lexicon
 */
function wordAt(run, place, lexicon) {
  for (let end = Math.min(run.length, place + lexicon.longest); end > place; end--) {
    const word = run.slice(place, end)
    if (lexicon.knows(word) && !cutsUnit(run, place) && !cutsUnit(run, end)) return word
  }
  return ''
}

/**
 * Tell whether a place is within a number or a word: 12345 is not in 1234567.
 *
 * @param {string} run
 * @param {number} place
 */
function cutsUnit(run, place) {
  return /^(\p{Nd}{2}|[a-z]{2})$/u.test(run.slice(Math.max(0, place - 1), place + 1))
}

/**
 * The stretches of pieces between the words that may be left out.
 *
 * @param {string} run
 * @param {Lexicon} lexicon
 */
function parts(run, lexicon) {
  /** @type {Piece[][]} */
  const found = [[]]
  for (const piece of pieces(run, lexicon)) {
    if (piece.ignored) found.push([])
    else found[found.length - 1].push(piece)
  }
  return found.filter((part) => part.length)
}

/**
 * What is said, then the same with one word after another said otherwise. What has all that is said
 * within it is left out: who has it is found anyway.
 *
 * @param {Piece[]} said
 * @param {Lexicon} lexicon
 * @returns {Concept}
 */
function alternatives(said, lexicon) {
  const typed = said.map((piece) => piece.text).join('')
  const texts = new Map([[typed, 1]])
  said.forEach((piece, place) => {
    for (const other of lexicon.others.get(piece.text) ?? []) {
      const text = said.map((p, at) => (at === place ? other : p.text)).join('')
      if (!text.includes(typed) && !texts.has(text)) texts.set(text, lexicon.weight)
    }
  })
  return [...texts].map(([text, weight]) => ({ text, terms: phraseTerms(text, lexicon.isFrequent), weight }))
}

/**
 * The Latin words of a run, and the stretches of other units between them.
 *
 * @param {string} run
 */
function stretches(run) {
  /** @type {string[]} */
  const joined = []
  for (const unit of units(run)) {
    const last = joined.at(-1)
    if (last && !isLatin(unit) && !isLatin(last)) joined[joined.length - 1] = last + unit
    else joined.push(unit)
  }
  return joined
}

/** @param {string} unit */
export function isLatin(unit) {
  return /^[a-z]+$/.test(unit)
}

/**
 * @param {string} stretch
 * @param {Set<string>} syllables
 * @param {(pair: string) => boolean} isFrequent
 * @returns {Concept}
 */
function sounds(stretch, syllables, isFrequent) {
  if (!isLatin(stretch)) return [{ text: stretch, terms: phraseTerms(stretch, isFrequent), weight: 1 }]
  return [[...stretch], cutSyllables(stretch, syllables)]
    .filter((reading) => reading.length > 1)
    .map((reading) => ({ text: '', terms: neighbours(reading), weight: 1 }))
}

/**
 * @param {string[]} reading
 * @returns {import('./terms.mjs').Term[]}
 */
function neighbours(reading) {
  const terms = reading.slice(1).map((two, place) => `~${reading[place]} ${two}`)
  return [...new Set(terms)].map((term) => [term, ''])
}

/**
 * Cut a word into the fewest syllables of pinyin; empty where it is not pinyin.
 *
 * @param {string} word
 * @param {Set<string>} syllables
 * @returns {string[]}
 */
export function cutSyllables(word, syllables) {
  /** @type {(string[] | undefined)[]} */
  const best = [[]]
  for (let end = 1; end <= word.length; end++) {
    for (let start = Math.max(0, end - LONGEST_SYLLABLE); start < end; start++) {
      const before = best[start]
      const syllable = word.slice(start, end)
      if (!before || !syllables.has(syllable)) continue
      const known = best[end]
      if (!known || before.length + 1 < known.length) best[end] = [...before, syllable]
    }
  }
  return best[word.length] ?? []
}
