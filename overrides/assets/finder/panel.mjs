// The filters: a group of checkboxes for each facet, with how many each would find.

import { element } from './elements.mjs'

/** So many values of a facet are shown at first. */
const FIRST = 7

/**
 * @typedef {import('../search/facets.mjs').Counts} Counts
 * @typedef {import('../search/facets.mjs').Filters} Filters
 */

export class Panel {
  /**
   * @param {HTMLElement} $panel
   * @param {(value: string) => string} shown - how a value is written
   * @param {(filters: Filters) => void} filter
   */
  constructor($panel, shown, filter) {
    this.$panel = $panel
    $panel.addEventListener('change', () => filter(this.chosen))
    /** @type {NodeListOf<HTMLDetailsElement>} */
    const $facets = $panel.querySelectorAll('[data-facet]')
    this.groups = [...$facets].map(($facet) => new Group($facet, shown))
  }

  /** The facets that may be chosen. */
  get facets() {
    return this.groups.map((group) => group.facet)
  }

  /** @returns {Filters} */
  get chosen() {
    const chosen = this.groups.map((group) => /** @type {const} */ ([group.facet, group.chosen]))
    return Object.fromEntries(chosen.filter(([, values]) => values.length))
  }

  /** Whether there is anything to choose from. */
  get isUseful() {
    return this.groups.some((group) => !group.$facet.hidden)
  }

  /**
   * Make a checkbox for everything there is; done once, so that none loses the focus.
   *
   * @param {Counts} all
   * @param {{isOpen: boolean}} options - whether all facets are unfolded
   */
  fill(all, { isOpen }) {
    for (const group of this.groups) {
      if (!group.boxes.size) group.fill(all[group.facet] ?? [], { isOpen })
    }
  }

  /**
   * @param {Counts} counts
   * @param {Filters} filters
   */
  show(counts, filters) {
    for (const group of this.groups) group.show(counts[group.facet] ?? [], filters[group.facet] ?? [])
  }
}

/** The checkboxes of one facet. */
class Group {
  /**
   * @param {HTMLDetailsElement} $facet
   * @param {(value: string) => string} shown
   */
  constructor($facet, shown) {
    this.$facet = $facet
    this.facet = $facet.dataset.facet ?? ''
    this.shown = shown
    this.isWhole = false
    /** @type {Map<string, {$box: HTMLInputElement, $label: HTMLElement, $count: HTMLElement}>} */
    this.boxes = new Map()
    this.$more = element('button', 'link-button facet__more')
    this.$more.type = 'button'
    this.$more.addEventListener('click', () => this.toggle())
  }

  get chosen() {
    return [...this.boxes].filter(([, { $box }]) => $box.checked).map(([value]) => value)
  }

  /**
   * @param {{value: string}[]} values
   * @param {{isOpen: boolean}} options
   */
  fill(values, { isOpen }) {
    const $labels = values.map(({ value }) => this.choice(value))
    this.$facet.querySelector('fieldset')?.append(...$labels, this.$more)
    this.$facet.open = isOpen
  }

  /** @param {string} value */
  choice(value) {
    const $box = element('input')
    Object.assign($box, { type: 'checkbox', name: this.facet, value })
    const $count = element('span', 'choice__count')
    const $name = element('span', 'choice__name', [this.shown(value)])
    const $label = element('label', 'choice', [$box, $name, $count])
    this.boxes.set(value, { $box, $label, $count })
    return $label
  }

  /**
   * @param {{value: string, count: number}[]} counts
   * @param {string[]} chosen
   */
  show(counts, chosen) {
    this.counts = new Map(counts.map(({ value, count }) => [value, count]))
    for (const [value, { $box, $count }] of this.boxes) {
      $box.checked = chosen.includes(value)
      $count.textContent = `${this.counts.get(value) ?? 0}`
    }
    // With one value in all that is found there is nothing to choose.
    this.$facet.hidden = this.counts.size < 2 && !chosen.length
    this.arrange()
  }

  /** Hide what finds nothing, and what is too much at first. */
  arrange() {
    const worth = [...this.boxes].filter(([value, { $box }]) => this.counts?.has(value) || $box.checked)
    const shown = new Set(worth.filter(([, { $box }], place) => this.isWhole || place < FIRST || $box.checked))
    for (const entry of this.boxes) entry[1].$label.hidden = true
    for (const [, { $label }] of shown) $label.hidden = false
    this.$more.hidden = worth.length <= FIRST
    this.$more.textContent = this.isWhole ? '收起' : `更多（${worth.length - FIRST}）`
    this.$more.setAttribute('aria-expanded', `${this.isWhole}`)
  }

  toggle() {
    this.isWhole = !this.isWhole
    this.arrange()
  }
}
