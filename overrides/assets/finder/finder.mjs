// Search with filters: the search page, and the list of a section once it is narrowed.

import { ask } from '../search/asking.mjs'
import { read, without, written } from './address.mjs'
import { part } from './elements.mjs'
import { View } from './view.mjs'

const PER_PAGE = 10

/**
 * @typedef {import('./address.mjs').Wanted} Wanted
 * @typedef {import('../search/asking.mjs').Index} Index
 * @typedef {{limit: number, offset: number}} Page
 */

export class Finder {
  /** @param {HTMLElement} $root */
  constructor($root) {
    this.$root = $root
    this.$form = /** @type {HTMLFormElement} */ (part($root, 'form'))
    this.$input = /** @type {HTMLInputElement} */ (this.$form.elements.namedItem('q'))
    this.base = new URL('../', this.$form.action).href
    /** The kind of a section, whose list stays until something is wanted. */
    this.kind = $root.dataset.kind
    /** @type {import('../search/facets.mjs').Filters} */
    this.fixed = this.kind ? { kind: [this.kind] } : {}
    this.wanted = read('', [])
    this.turn = 0
    this.view = new View($root, this, {
      filter: (filters) => this.go({ ...this.wanted, filters }),
      remove: (facet, value) => this.go(without(this.wanted, facet, value)),
      sort: (sort) => this.go({ ...this.wanted, sort }),
      ask: (query) => this.go({ ...this.wanted, query }),
      open: () => this.isList && this.show(),
      retry: () => this.show(),
      more: () => this.showMore()
    })
  }

  start() {
    this.$form.addEventListener('submit', (event) => this.submit(event))
    addEventListener('popstate', () => this.arrive())
    this.$root.classList.remove('finder--waiting')
    this.arrive()
  }

  /** Whether the list of the section is what is wanted. */
  get isList() {
    return Boolean(this.kind) && !written(this.wanted)
  }

  /** @param {SubmitEvent} event */
  submit(event) {
    event.preventDefault()
    this.go({ ...this.wanted, query: this.$input.value.trim() })
    // The keyboard of a phone would cover what is found.
    if (matchMedia('(pointer: coarse)').matches) this.$input.blur()
  }

  /**
   * Give what is wanted an address, and show it.
   *
   * @param {Wanted} wanted
   */
  go(wanted) {
    const search = written(wanted)
    if (search !== written(this.wanted)) history.pushState(null, '', location.pathname + search)
    this.arrive()
  }

  /** Show what the address asks for, and as much of it as was shown before. */
  arrive() {
    this.wanted = read(location.search, this.view.panel.facets)
    this.$input.value = this.wanted.query
    this.show(history.state?.shown)
  }

  /** @param {number} [limit] */
  async show(limit = PER_PAGE) {
    const { isList } = this
    this.view.expect(this.wanted, { isList })
    if (isList && !this.view.isOpen) return
    const found = await this.find({ limit: isList ? 0 : limit, offset: 0 })
    if (found) this.view.show(found, { isList })
  }

  async showMore() {
    const offset = this.view.results.count
    const found = await this.find({ limit: PER_PAGE, offset })
    if (!found) return
    this.view.append(found)
    this.view.results.focus(offset)
    history.replaceState({ shown: this.view.results.count }, '')
  }

  /**
   * Return what is found; nothing where that failed, or something else is wanted by now.
   *
   * @param {Page} page
   */
  async find(page) {
    const turn = ++this.turn
    try {
      const found = await ask(this.base, (index) => this.answer(index, page))
      return turn === this.turn ? found : undefined
    } catch {
      if (turn === this.turn) this.view.fail()
    }
  }

  /**
   * @param {Index} index
   * @param {Page} page
   * @returns {Promise<import('./view.mjs').Found>}
   */
  async answer(index, page) {
    const { wanted, fixed } = this
    const { query, sort } = wanted
    const answer = await index.search(query, { filters: { ...wanted.filters, ...fixed }, sort, ...page })
    const { facets: all } = await index.search('', { filters: fixed, limit: 0 })
    const words = await Promise.all([query, answer.correction ?? ''].map((text) => index.words(text)))
    return { wanted, answer, all, words: words.flat() }
  }
}

for (const $root of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-finder]'))) {
  new Finder($root).start()
}
