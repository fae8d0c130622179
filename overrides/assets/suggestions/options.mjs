// The list of a combobox: opened, gone through with keys, and one of it chosen.

/** @typedef {import('./suggestions.mjs').Suggestion} Suggestion */

let lists = 0

export class Options {
  /**
   * @param {HTMLInputElement} $input
   * @param {(suggestion: Suggestion) => void} choose
   */
  constructor($input, choose) {
    this.$input = $input
    this.choose = choose
    this.$list = made('ul', 'suggestions', { id: `suggestions-${++lists}`, role: 'listbox', 'aria-label': '搜索提示' })
    this.$list.hidden = true
    this.$count = made('p', 'visually-hidden', { 'aria-live': 'polite' })
    /** @type {Suggestion[]} */
    this.suggestions = []
    this.active = -1
    for (const [name, value] of Object.entries({
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-expanded': 'false',
      'aria-controls': this.$list.id
    })) $input.setAttribute(name, value)
  }

  get isOpen() {
    return !this.$list.hidden
  }

  /** @param {Suggestion[]} suggestions */
  open(suggestions) {
    this.suggestions = suggestions
    this.$list.replaceChildren(...suggestions.map((suggestion, place) => this.option(suggestion, place)))
    this.show(suggestions.length > 0)
    this.$count.textContent = suggestions.length ? `有 ${suggestions.length} 条提示，按上下键选` : '没有提示'
  }

  close() {
    this.show(false)
    this.$count.textContent = ''
  }

  /** @param {boolean} isOpen */
  show(isOpen) {
    this.$list.hidden = !isOpen
    this.$input.setAttribute('aria-expanded', `${isOpen}`)
    this.activate(-1)
  }

  /**
   * @param {Suggestion} suggestion
   * @param {number} place
   */
  option(suggestion, place) {
    const $option = made('li', 'suggestions__option', { id: `${this.$list.id}-${place}`, role: 'option' })
    $option.append(made('span', 'suggestions__text', {}, suggestion.text))
    if (suggestion.label) $option.append(' ', made('span', 'tag', {}, suggestion.label))
    $option.addEventListener('click', () => this.choose(suggestion))
    return $option
  }

  /**
   * Act on a key; tell whether it meant anything here.
   *
   * @param {string} key
   */
  press(key) {
    if (!this.isOpen) return false
    const last = this.suggestions.length - 1
    if (key === 'ArrowDown') this.activate(this.active < last ? this.active + 1 : 0)
    else if (key === 'ArrowUp') this.activate(this.active > 0 ? this.active - 1 : last)
    else if (key === 'Escape') this.close()
    else return this.active >= 0 && this.pressActive(key)
    return true
  }

  /**
   * Keys that belong to the text until one is among the suggestions.
   *
   * @param {string} key
   */
  pressActive(key) {
    if (key === 'Home') this.activate(0)
    else if (key === 'End') this.activate(this.suggestions.length - 1)
    else if (key === 'Enter') this.choose(this.suggestions[this.active])
    else return false
    return true
  }

  /** @param {number} place - none for -1 */
  activate(place) {
    this.active = place
    const $options = [...this.$list.children]
    $options.forEach(($option, at) => $option.setAttribute('aria-selected', `${at === place}`))
    if (place < 0) return this.$input.removeAttribute('aria-activedescendant')
    this.$input.setAttribute('aria-activedescendant', $options[place].id)
    $options[place].scrollIntoView({ block: 'nearest' })
  }
}

/**
 * @param {string} name
 * @param {string} className
 * @param {Record<string, string>} attributes
 * @param {string} [text]
 */
function made(name, className, attributes, text = '') {
  const $element = document.createElement(name)
  $element.className = className
  for (const [attribute, value] of Object.entries(attributes)) $element.setAttribute(attribute, value)
  $element.textContent = text
  return $element
}
