// Ask the index: the readings of a query from strict to loose, documents ranked, facets counted.
// Twin of generators/search/answers.py; tests/search/test_parity.py compares them.

import { corrections } from './corrections.mjs'
import { counted, matching } from './facets.mjs'
import { Files } from './files.mjs'
import { AMONG_FOUND, SOURCES, TO_NEAR, lent } from './lending.mjs'
import { covering, having } from './matching.mjs'
import { sorted } from './orders.mjs'
import { Lexicon, heard, heardPhrases, inSounds, inWords, isLatin, reduced, typed } from './query.mjs'
import { learnTraditional, normalise, phraseTerms, runs, spaced } from './terms.mjs'

/** Where fewer are found as asked for, what is near is shown too, up to so many in all. */
const ENOUGH = 10
const EXACT_TITLE = 1000
/** What part of its score counts for a near one that has all that was meant. */
const WHOLE = 0.3

/**
 * @typedef {object} Found
 * @property {string} id - the record's id within its kind
 * @property {string} kind
 * @property {string} title
 * @property {string} url - below the site's root
 * @property {number} score
 * @property {boolean} near - whether it is not quite what was asked for
 * @property {import('./files.mjs').Shown} document
 * @property {() => Promise<string>} text - what the document says beyond that
 *
 * @typedef {object} Answer
 * @property {number} total - how many have what was asked for
 * @property {Found[]} results - these first, then at most ten in all with near ones
 * @property {import('./facets.mjs').Counts} facets - empty if not asked for
 * @property {string | null} correction - what may have been meant
 *
 * @typedef {import('./query.mjs').Concept} Concept
 * @typedef {{number: number, score: number, isExact: boolean, near: boolean, concepts: Concept[]}} Hit -
 *   exact where its whole title is asked for
 */

/**
 * Open the index below an address.
 *
 * @param {string} base - the site's root, with a closing slash
 * @param {{fetch?: typeof globalThis.fetch}} [options]
 */
export async function open(base, { fetch = globalThis.fetch.bind(globalThis) } = {}) {
  return new Index(await Files.open(base, fetch), () => Files.open(base, fetch))
}

/** An open index; where the site has a newer one, it is taken. */
class Index {
  /**
   * @param {Files} files
   * @param {() => Promise<Files>} reopen
   */
  constructor(files, reopen) {
    this.files = files
    this.reopen = reopen
  }

  /**
   * Return the documents that have what the query says, what is near, and the counts of facets.
   * An empty query finds everything, what helps now first.
   *
   * @param {string} query
   * @param {{filters?: import('./facets.mjs').Filters, sort?: import('./orders.mjs').Sort,
   *   limit?: number, offset?: number, isCounted?: boolean}} [options] - the best come first, if
   *   there is no sort; the counts can be left out, as they take the largest file to load
   * @returns {Promise<Answer>}
   */
  async search(query, { filters = {}, sort = '', limit = 10, offset = 0, isCounted = true } = {}) {
    return this.current(async (files) => {
      const { strict, near, correction } = await new Question(files, query).hits()
      const facets = isCounted || Object.keys(filters).length ? await files.facets() : {}
      const fits = matching(facets, filters)
      const wanted = await sorted(files, strict.filter((hit) => fits(hit.number)), sort)
      const { shown, dropped } = await page(files, wanted, offset, limit)
      const total = wanted.length - dropped
      const room = Math.min(offset + limit, Math.max(ENOUGH, total)) - offset - shown.length
      const others = near.filter((hit) => fits(hit.number))
      const after = await page(files, others, Math.max(0, offset - total), Math.max(0, room))
      const counting = strict.length ? strict : near
      return {
        total,
        results: [...shown, ...after.shown],
        facets: counted(isCounted ? facets : {}, filters, counting.map((hit) => hit.number)),
        correction
      }
    })
  }

  /**
   * Return known phrases and titles that have what is typed so far.
   *
   * @param {string} text
   * @param {{filters?: import('./facets.mjs').Filters, limit?: number}} [options] - titles only
   * @returns {Promise<{phrases: string[], titles: Found[]}>}
   */
  async suggest(text, { filters = {}, limit = 5 } = {}) {
    return this.current(async (files) => {
      const [phrases, hits] = await Promise.all([
        suggestedPhrases(files, text),
        new Question(files, text).titled()
      ])
      const fits = Object.keys(filters).length ? matching(await files.facets(), filters) : () => true
      const { shown } = await page(files, hits.filter((hit) => fits(hit.number)), 0, limit)
      return { phrases: phrases.slice(0, limit), titles: shown }
    })
  }

  /**
   * Return what documents may say that a query finds, to show why one was found.
   *
   * @param {string} query
   * @returns {Promise<string[]>}
   */
  async words(query) {
    return this.current(async (files) => {
      const lexicon = await lexiconOf(files)
      const concepts = [typed, reduced, inWords].flatMap((read) => read(query, lexicon))
      return [...new Set(concepts.flat().map((phrase) => phrase.text))]
    })
  }

  /**
   * Ask the files at hand; where they are gone because the site has newer ones, ask these.
   *
   * @template T
   * @param {(files: Files) => Promise<T>} ask
   * @returns {Promise<T>}
   */
  async current(ask) {
    const { files } = this
    try {
      return await ask(files)
    } catch (error) {
      const newer = await this.reopen()
      if (newer.manifest.version === files.manifest.version) throw error
      this.files = newer
      return ask(newer)
    }
  }
}

/** A query asked of files. */
class Question {
  /**
   * @param {Files} files
   * @param {string} query
   */
  constructor(files, query) {
    this.files = files
    this.query = query
    this.size = files.manifest.documents
    this.isLatin = /[a-z]/.test(normalise(query))
    /** @param {string} term */
    this.load = (term) => files.postings(term)
  }

  /** @returns {Promise<{strict: Hit[], near: Hit[], correction: string | null}>} */
  async hits() {
    if (!runs(this.query).length) return { strict: await this.everything(), near: [], correction: null }
    await this.learn()
    const strict = await this.strict()
    if (strict.length >= ENOUGH) return { strict, near: [], correction: null }
    return { strict, ...(await this.near(strict)) }
  }

  /** @returns {Promise<Hit[]>} */
  async everything() {
    return Array.from({ length: this.size }, (_, number) => hit(number, 0))
  }

  /** Learn the words search knows; and traditional characters, where one seems to be typed. */
  async learn() {
    this.lexicon = await lexiconOf(this.files)
    const { isFrequent } = this.files
    const terms = runs(this.query).flatMap((run) => phraseTerms(run, isFrequent).map(([term]) => term))
    const missing = await this.missing(terms)
    // What stands in a term that documents have need not be asked for: alone it is in very many.
    const heard = new Set(terms.filter((term) => !missing.includes(term)).join(''))
    const characters = new Set(missing.join('').match(/[^ -~]/gu)?.filter((one) => !heard.has(one)))
    if ((await this.missing([...characters])).length) learnTraditional(await this.files.part('traditional'))
  }

  /**
   * The terms that no document has.
   *
   * @param {string[]} terms
   */
  async missing(terms) {
    const lists = await Promise.all(terms.map(this.load))
    return terms.filter((_, place) => !lists[place].documents.length)
  }

  /** What has all that is asked for, in the first reading that finds something. */
  async strict() {
    for (const read of [typed, reduced]) {
      const found = await this.ranked(read(this.query, this.words()), this.query)
      if (found.length) return found
    }
    if (!this.isLatin) return []
    const concepts = heard(this.query, this.words(), await spelt(this.files))
    const found = await this.ranked(concepts, this.query)
    return found.length ? found : this.ranked(await this.sounds(), this.query)
  }

  async sounds() {
    return inSounds(this.query, await this.files.part('syllables'), this.files.isFrequent)
  }

  /**
   * @param {Hit[]} strict
   * @returns {Promise<{near: Hit[], correction: string | null}>}
   */
  async near(strict) {
    const said = inWords(this.query, this.words())
    const apart = await this.ranked(said)
    const isMeant = strict.length || apart.length || (await this.areKnown(said))
    const { meant, hits } = isMeant ? { meant: null, hits: apart } : await this.corrected()
    const words = meant === null ? said : inWords(meant, this.words())
    const scores = this.toned(await covering(words, this.load, this.size))
    const whole = hits.slice(0, ENOUGH)
    for (const { number, score } of whole) scores.set(number, (scores.get(number) ?? 0) + WHOLE * score)
    const exact = new Set(whole.filter((hit) => hit.isExact).map((hit) => hit.number))
    return { near: await this.withLinked(scores, exact, strict), correction: meant }
  }

  /**
   * Tell whether each word is in some document: then none is a slip, if no document has them all.
   *
   * @param {Concept[]} words
   */
  async areKnown(words) {
    const found = await Promise.all(words.map((word) => having([word], this.load, this.size)))
    return found.every(({ size }) => size)
  }

  /**
   * Near ones, and those that the best of all are linked with.
   *
   * @param {import('./matching.mjs').Scores} scores
   * @param {Set<number>} exact
   * @param {Hit[]} strict
   */
  async withLinked(scores, exact, strict) {
    for (const { number } of strict) scores.delete(number)
    const near = [...scores].map(([number, score]) => hit(number, score, { isExact: exact.has(number) }))
    const best = [...strict, ...near.sort(byScore)].slice(0, SOURCES)
    const loans = await this.lent(best, TO_NEAR)
    for (const { number } of strict) loans.delete(number)
    const numbers = new Set([...scores.keys(), ...loans.keys()])
    return [...numbers]
      .map((number) => {
        const score = rounded((scores.get(number) ?? 0) + (loans.get(number) ?? 0))
        return hit(number, score, { isExact: exact.has(number), near: true })
      })
      .sort(byScore)
  }

  /**
   * @returns {Promise<{meant: string | null, hits: Hit[]}>}
   */
  async corrected() {
    const [phrases, sounds] = await Promise.all([this.files.part('phrases'), this.files.part('sounds')])
    for (const meant of corrections(this.query, phrases, sounds)) {
      const hits = await this.ranked(typed(meant, this.words()), meant)
      if (hits.length) return { meant, hits }
    }
    return { meant: null, hits: [] }
  }

  /** The documents whose title has what is typed so far. */
  async titled() {
    await this.learn()
    const concepts = typed(this.query, this.words()).map(([asTyped]) => [asTyped])
    const found = await having(concepts, this.load, this.size, { isInTitle: true })
    if (found.size || !this.isLatin) return this.ordered(found, concepts)
    return this.ranked(await this.sounds())
  }

  /**
   * The documents that have every concept; what the best are linked with comes before its equals.
   * The first ten bear it out; of more, those may not that are not loaded yet.
   *
   * @param {Concept[]} concepts
   * @param {string} [title]
   */
  async ranked(concepts, title = '') {
    const own = await this.ordered(await having(concepts, this.load, this.size), concepts, title)
    const { hits: best } = await page(this.files, own, 0, SOURCES)
    const loans = await this.lent(best, AMONG_FOUND)
    const hits = own
      .map((hit) => ({ ...hit, score: rounded(hit.score + (loans.get(hit.number) ?? 0)) }))
      .sort(byScore)
    const { hits: held, dropped } = await page(this.files, hits, 0, ENOUGH)
    return [...held, ...hits.slice(held.length + dropped)]
  }

  /**
   * What the best lend the documents they are linked with.
   *
   * @param {Hit[]} best
   * @param {number} share
   */
  async lent(best, share) {
    const documents = await Promise.all(best.map(({ number }) => this.files.document(number)))
    const sources = best.map(({ score }, at) => ({ score, links: documents[at].links ?? [] }))
    return this.toned(lent(sources, share))
  }

  /**
   * The best first; of equals, the one that comes first in the order of documents.
   *
   * @param {import('./matching.mjs').Scores} scores
   * @param {Concept[]} concepts
   * @param {string} [title]
   * @returns {Promise<Hit[]>}
   */
  async ordered(scores, concepts, title = '') {
    const exact = new Set(title && scores.size ? await this.files.called(title) : [])
    return [...this.toned(scores)]
      .map(([number, score]) => hit(number, score, { isExact: exact.has(number), concepts }))
      .sort(byScore)
  }

  /**
   * Scores of which those are lower that help less now.
   *
   * @param {import('./matching.mjs').Scores} scores
   */
  toned(scores) {
    const { factors } = this.files
    return new Map([...scores].map(([number, score]) => [number, rounded(score * factors[number])]))
  }

  words() {
    if (!this.lexicon) throw new Error('learn() comes first')
    return this.lexicon
  }
}

/** @param {Files} files */
async function lexiconOf(files) {
  const { manifest, isFrequent } = files
  return new Lexicon({ ...(await files.part('lexicon')), weight: manifest.synonym, isFrequent })
}

/**
 * @param {number} number
 * @param {number} score
 * @param {{isExact?: boolean, near?: boolean, concepts?: Concept[]}} [more]
 * @returns {Hit}
 */
function hit(number, score, { isExact = false, near = false, concepts = [] } = {}) {
  return { number, score, isExact, near, concepts }
}

/**
 * @param {Hit} a
 * @param {Hit} b
 */
function byScore(a, b) {
  return Number(b.isExact) - Number(a.isExact) || b.score - a.score || a.number - b.number
}

/** @param {number} score */
function rounded(score) {
  return Math.round(score * 1000) / 1000
}

/**
 * Load a page of hits, leaving out documents that do not say what their terms promised.
 *
 * @param {Files} files
 * @param {Hit[]} hits
 * @param {number} offset
 * @param {number} limit
 */
async function page(files, hits, offset, limit) {
  /** @type {Found[]} */
  const found = []
  /** @type {Hit[]} */
  const held = []
  let place = 0
  while (held.length < offset + limit && place < hits.length) {
    const next = hits.slice(place, place + offset + limit - held.length)
    const documents = await Promise.all(next.map((hit) => files.document(hit.number)))
    if (documents.some((document) => document.traditional)) learnTraditional(await files.part('traditional'))
    const isBorneOut = await Promise.all(next.map((hit, at) => bearsOut(files, documents[at], hit)))
    next.forEach((hit, at) => {
      if (!isBorneOut[at]) return
      held.push(hit)
      found.push(shown(files, documents[at], hit))
    })
    place += next.length
  }
  return { hits: held, shown: found.slice(offset), dropped: place - held.length }
}

/**
 * @param {Files} files
 * @param {import('./files.mjs').Shown} document
 * @param {Hit} hit
 * @returns {Found}
 */
function shown(files, document, { number, score, isExact, near }) {
  const { path, kind, title } = document
  const id = path.split('/')[1] ?? ''
  const whole = score + (isExact ? EXACT_TITLE : 0)
  return { id, kind, title, url: path, score: whole, near, document, text: () => files.text(number) }
}

/**
 * Tell whether a document says a phrase of every concept; one that is a term is never in doubt.
 *
 * @param {Files} files
 * @param {import('./files.mjs').Shown} document
 * @param {Hit} hit
 */
async function bearsOut(files, { title, keywords }, { number, concepts }) {
  const doubted = concepts.filter((concept) => concept.some(isDoubted))
  if (says(`${title}\n${keywords}`, doubted)) return true
  return says(`${title}\n${keywords}\n${await files.text(number)}`, doubted)
}

/** @param {import('./query.mjs').Phrase} phrase */
function isDoubted({ text, terms }) {
  return text !== '' && terms.some(([term]) => term !== text)
}

/**
 * @param {string} text
 * @param {Concept[]} concepts
 */
function says(text, concepts) {
  const said = spaced(text)
  return concepts.every((concept) => concept.some((phrase) => said.includes(spaced(phrase.text))))
}

/**
 * The phrases that begin with what is typed, then those that have it, by sight or by ear.
 *
 * @param {Files} files
 * @param {string} text
 */
async function suggestedPhrases(files, text) {
  const typedSoFar = runs(text).join('')
  if (!typedSoFar) return []
  /** @type {string[]} */
  const phrases = await files.part('phrases')
  const known = phrases.map((phrase) => ({ phrase, at: runs(phrase).join('').indexOf(typedSoFar) }))
  const having = known.filter(({ at }) => at >= 0).sort((a, b) => Math.min(a.at, 1) - Math.min(b.at, 1))
  const heard = isLatin(typedSoFar) ? heardPhrases(text, await spelt(files)) : []
  return [...new Set([...having.map(({ phrase }) => phrase), ...heard])]
}

/**
 * Known phrases with their pinyin, which only who types pinyin need load.
 *
 * @param {Files} files
 * @returns {Promise<[phrase: string, spelling: string][]>}
 */
async function spelt(files) {
  const [phrases, spelling] = await Promise.all([files.part('phrases'), files.part('spelling')])
  return phrases.map((/** @type {string} */ phrase, /** @type {number} */ at) => [phrase, spelling[at]])
}
