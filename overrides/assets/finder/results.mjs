// The list of what was found, and under a heading of its own the list of what comes near.

import { card } from './cards.mjs'
import { part } from './elements.mjs'

/** @typedef {import('../search/search.mjs').Found} Found */

export class Results {
  /**
   * @param {HTMLElement} $root
   * @param {string} base - the site's root
   */
  constructor($root, base) {
    this.base = base
    this.$found = part($root, 'found')
    this.$near = part($root, 'near')
    this.$nearCards = part($root, 'near-cards')
    this.$nothing = part($root, 'nothing')
    /** @type {HTMLElement | null} */
    this.$whole = $root.querySelector('[data-finder-whole]')
  }

  get count() {
    return this.$found.children.length
  }

  get nearCount() {
    return this.$nearCards.children.length
  }

  clear() {
    this.$found.replaceChildren()
    this.$nearCards.replaceChildren()
    this.$near.hidden = this.$nothing.hidden = true
  }

  /**
   * @param {Found[]} results
   * @param {string[]} words - to be marked
   */
  show(results, words) {
    this.clear()
    this.append(results, words)
    this.$nothing.hidden = this.count > 0
  }

  /**
   * @param {Found[]} results
   * @param {string[]} words
   */
  append(results, words) {
    for (const found of results) {
      const $list = found.near ? this.$nearCards : this.$found
      $list.append(card(found, this.base, words))
    }
    this.$near.hidden = !this.nearCount
  }

  /**
   * Lead from a section where nothing is found to the whole site.
   *
   * @param {string} query
   */
  leadOn(query) {
    if (!this.$whole) return
    this.$whole.hidden = !query
    const address = `${this.base}search/?${new URLSearchParams({ q: query })}`
    this.$whole.querySelector('a')?.setAttribute('href', address)
  }

  /** @param {number} place - of a found card */
  focus(place) {
    this.$found.children[place]?.querySelector('a')?.focus()
  }
}
