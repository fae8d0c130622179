// What the finder shows: filters, a sentence, cards; it tells the finder what is asked for.

import { Chips } from './chips.mjs'
import { part } from './elements.mjs'
import { Kinds } from './kinds.mjs'
import { Panel } from './panel.mjs'
import { Results } from './results.mjs'
import { sentence } from './sentence.mjs'

const LOOKING = '正在找…'
const FAILED = '没有打开，可能是网络断了。'

/**
 * @typedef {import('./address.mjs').Wanted} Wanted
 * @typedef {import('../search/facets.mjs').Filters} Filters
 *
 * @typedef {object} Actions
 * @property {(filters: Filters) => void} filter
 * @property {(facet: string, value: string) => void} remove
 * @property {(sort: Wanted['sort']) => void} sort
 * @property {(query: string) => void} ask
 * @property {() => unknown} open - the filters
 * @property {() => void} retry
 * @property {() => void} more
 *
 * @typedef {object} Found
 * @property {Wanted} wanted
 * @property {import('../search/search.mjs').Answer} answer
 * @property {import('../search/facets.mjs').Counts} all - what there is to choose from
 * @property {string[]} words - to be marked
 */

export class View {
  /**
   * @param {HTMLElement} $root
   * @param {{base: string, fixed: Filters}} site - its root, and the filters of the page itself
   * @param {Actions} actions
   */
  constructor($root, { base, fixed }, actions) {
    this.$root = $root
    this.fixed = fixed
    this.kinds = new Kinds($root.dataset.kinds ?? '')
    this.$toggle = part($root, 'toggle')
    this.$sort = /** @type {HTMLSelectElement} */ (part($root, 'sort'))
    this.$status = part($root, 'status')
    this.$retry = part($root, 'retry')
    this.$list = part($root, 'list')
    this.$answer = part($root, 'answer')
    this.$more = part($root, 'more')
    this.$see = part($root, 'see')
    this.meant = new Meant(part($root, 'meant'), actions.ask)
    const shown = (/** @type {string} */ value) => this.kinds.short(value)
    this.panel = new Panel(part($root, 'panel'), shown, actions.filter)
    this.chips = new Chips(part($root, 'chips'), shown, { ...actions, after: () => this.returnFocus() })
    this.results = new Results($root, base)
    this.listen(actions)
  }

  /** @param {Actions} actions */
  listen({ sort, open, retry, more }) {
    this.$toggle.addEventListener('click', () => this.toggle(open))
    this.$sort.addEventListener('change', () => sort(this.$sort.value === 'newest' ? 'newest' : ''))
    this.$retry.addEventListener('click', retry)
    this.$more.addEventListener('click', more)
    this.$see.addEventListener('click', () => this.see())
  }

  /** Where one goes on when the last chosen filter is gone. */
  returnFocus() {
    const $next = this.isPhone ? this.$toggle : this.$status
    $next.focus()
  }

  /** Whether the filters are folded behind a button. */
  get isPhone() {
    return this.$toggle.offsetParent !== null
  }

  /** Whether the filters are in sight: on a phone they are once the button was pressed. */
  get isOpen() {
    return this.panel.$panel.offsetParent !== null
  }

  /** @param {() => unknown} open */
  toggle(open) {
    this.unfold(!this.isOpen)
    if (this.isOpen) open()
  }

  /** @param {boolean} isOpen */
  unfold(isOpen) {
    this.$toggle.setAttribute('aria-expanded', `${isOpen}`)
    this.$root.classList.toggle('finder--open', isOpen)
  }

  /** Leave the filters of a phone for what they found. */
  see() {
    this.unfold(false)
    this.$status.focus()
  }

  /**
   * Show what is wanted, before anything is found.
   *
   * @param {Wanted} wanted
   * @param {{isList: boolean}} options - whether the list that the page came with is wanted
   */
  expect({ query, filters, sort }, { isList }) {
    const count = Object.values(filters).flat().length
    this.$toggle.textContent = count ? `筛选（已选 ${count} 项）` : '筛选'
    this.$sort.value = sort
    this.$sort.options[0].text = query ? '最相关' : '最紧急'
    this.$list.hidden = !isList
    this.$answer.hidden = isList
    this.$retry.hidden = true
    if (isList) this.clear()
    else if (!this.results.count) this.$status.textContent = LOOKING
  }

  clear() {
    this.results.clear()
    this.chips.show({})
    this.meant.show(null)
    this.$more.hidden = true
    this.$status.textContent = ''
  }

  /**
   * @param {Found} found
   * @param {{isList: boolean}} options
   */
  show(found, { isList }) {
    this.offer(found)
    if (!isList) this.list(found)
    this.say(found.wanted, found.answer)
  }

  /** @param {Found} found */
  offer({ wanted, answer, all }) {
    this.panel.fill({ ...all, kind: this.kinds.inOrder(all.kind) }, { isOpen: !this.isPhone })
    this.panel.show(answer.facets, wanted.filters)
    this.$root.classList.toggle('finder--plain', !this.panel.isUseful)
    this.$see.textContent = answer.total ? `看 ${answer.total} 条` : '看结果'
  }

  /** @param {Found} found */
  list({ wanted, answer, words }) {
    this.chips.show(wanted.filters)
    this.meant.show(answer.correction)
    this.results.show(answer.results, words)
  }

  /** @param {Found} found */
  append({ wanted, answer, words }) {
    this.results.append(answer.results, words)
    this.say(wanted, answer, `，已显示 ${this.results.count} 条`)
  }

  /**
   * @param {Wanted} wanted
   * @param {import('../search/search.mjs').Answer} answer
   * @param {string} [more] - to be said after it
   */
  say(wanted, { total }, more = '') {
    const { count, nearCount } = this.results
    const whole = { ...wanted, filters: { ...wanted.filters, ...this.fixed } }
    this.$status.textContent = sentence(whole, this.kinds, { total, near: nearCount }) + more
    this.$more.hidden = count >= total
    this.results.leadOn(wanted.query)
  }

  fail() {
    this.results.clear()
    this.$more.hidden = true
    this.$status.textContent = FAILED
    this.$retry.hidden = false
  }
}

/** What may have been meant, as a button that asks it. */
class Meant {
  /**
   * @param {HTMLElement} $line
   * @param {(query: string) => void} ask
   */
  constructor($line, ask) {
    this.$line = $line
    this.$button = /** @type {HTMLButtonElement} */ ($line.querySelector('button'))
    this.$button.addEventListener('click', () => ask(this.$button.textContent ?? ''))
  }

  /** @param {string | null} meant */
  show(meant) {
    this.$line.hidden = !meant
    this.$button.textContent = meant
  }
}
