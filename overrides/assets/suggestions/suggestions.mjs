// Suggestions under every search box while one types: an ARIA combobox with a list.

import { ask } from '../search/asking.mjs'
import { Options } from './options.mjs'

const PAUSE = 100

/** A known phrase to search for, or a title that leads to its page. */
/** @typedef {{text: string, label: string, address: string}} Suggestion */

export class Suggestions {
  /** @param {HTMLFormElement} $form */
  constructor($form) {
    this.$form = $form
    this.$input = /** @type {HTMLInputElement} */ ($form.elements.namedItem('q'))
    this.base = new URL('../', $form.action).href
    this.options = new Options(this.$input, (suggestion) => this.choose(suggestion))
    this.isComposing = false
    this.turn = 0
    $form.append(this.options.$list, this.options.$count)
    this.listen()
  }

  listen() {
    const { $form, $input, options } = this
    // The scripts and words of search are there by the time something is typed.
    $input.addEventListener('focus', () => ask(this.base, () => {}).catch(() => {}), { once: true })
    $input.addEventListener('input', () => this.wait())
    $input.addEventListener('compositionstart', () => (this.isComposing = true))
    $input.addEventListener('compositionend', () => {
      this.isComposing = false
      this.wait()
    })
    $input.addEventListener('keydown', (event) => this.press(event))
    $input.addEventListener('blur', () => this.close())
    $form.addEventListener('submit', () => this.close())
    options.$list.addEventListener('mousedown', (event) => event.preventDefault())
  }

  /** Suggest once the typing pauses; never while a word of an input method is unfinished. */
  wait() {
    clearTimeout(this.timer)
    if (!this.isComposing) this.timer = setTimeout(() => this.suggest(), PAUSE)
  }

  close() {
    clearTimeout(this.timer)
    this.turn++
    this.options.close()
  }

  async suggest() {
    const turn = ++this.turn
    const text = this.$input.value.trim()
    const found = text ? await this.found(text) : []
    if (turn === this.turn) this.options.open(found)
  }

  /**
   * Without an answer there are no suggestions: the form can be sent all the same.
   *
   * @param {string} text
   * @returns {Promise<Suggestion[]>}
   */
  async found(text) {
    const kind = this.$form.dataset.kind
    const filters = kind ? { kind: [kind] } : undefined
    try {
      const { phrases, titles } = await ask(this.base, (index) => index.suggest(text, { filters }))
      return [
        ...phrases.map((phrase) => ({ text: phrase, label: '', address: '' })),
        ...titles.map(({ title, url, document: { label } }) => {
          return { text: title, label, address: this.base + url }
        })
      ]
    } catch {
      return []
    }
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    // Keys that choose a word in an input method are not ours; Safari marks the last by 229 only.
    if (event.isComposing || event.keyCode === 229) return
    if (event.key === 'ArrowDown' && !this.options.isOpen) this.suggest()
    else if (!this.options.press(event.key)) return
    event.preventDefault()
  }

  /** @param {Suggestion} suggestion */
  choose({ text, address }) {
    this.close()
    if (address) return location.assign(address)
    this.$input.value = text
    this.$form.requestSubmit()
  }
}

for (const $form of /** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll('[data-suggestions]'))) {
  new Suggestions($form)
}
