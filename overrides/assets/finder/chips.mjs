// The chosen filters, each a button that takes it away.

import { element } from './elements.mjs'

/** @typedef {import('../search/facets.mjs').Filters} Filters */

export class Chips {
  /**
   * @param {HTMLElement} $list - its last item clears all
   * @param {(value: string) => string} shown - how a value is written
   * @param {object} actions
   * @param {(facet: string, value: string) => void} actions.remove
   * @param {(filters: Filters) => void} actions.filter
   * @param {() => void} actions.after - take the focus, when the last one is gone
   */
  constructor($list, shown, { remove, filter, after }) {
    this.$list = $list
    this.$clear = /** @type {HTMLElement} */ ($list.lastElementChild)
    this.shown = shown
    this.remove = remove
    this.after = after
    this.$clear.querySelector('button')?.addEventListener('click', () => filter({}))
  }

  /** @param {Filters} filters */
  show(filters) {
    const place = this.$buttons.findIndex(($button) => $button === document.activeElement)
    const chosen = Object.entries(filters)
    const $chips = chosen.flatMap(([facet, values]) => values.map((value) => this.chip(facet, value)))
    this.$list.replaceChildren(...$chips, this.$clear)
    this.$list.hidden = !$chips.length
    if (place >= 0) this.focus(place)
  }

  /**
   * Who takes away one after another finds the next one in the place of the last.
   *
   * @param {number} place
   */
  focus(place) {
    if (this.$list.hidden) this.after()
    else this.$buttons[Math.min(place, this.$buttons.length - 1)].focus()
  }

  get $buttons() {
    return [...this.$list.querySelectorAll('button')]
  }

  /**
   * @param {string} facet
   * @param {string} value
   */
  chip(facet, value) {
    const $sign = element('span', 'chip__sign', ['×'])
    $sign.setAttribute('aria-hidden', 'true')
    const $button = element('button', 'chip', [this.shown(value), $sign])
    $button.type = 'button'
    $button.setAttribute('aria-label', `去掉：${this.shown(value)}`)
    $button.addEventListener('click', () => this.remove(facet, value))
    return element('li', '', [$button])
  }
}
