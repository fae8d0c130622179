// The papers one has ready: ticked, counted aloud, and remembered on this device.

import { Memory } from './memory.mjs'

export class Checklist {
  /** @param {HTMLElement} $root */
  constructor($root) {
    const { checklist = '', version = '' } = $root.dataset
    this.$boxes = /** @type {HTMLInputElement[]} */ ([...$root.querySelectorAll('input[type="checkbox"]')])
    this.$counted = this.$boxes.filter(($box) => $box.closest('[data-counted]'))
    this.$bar = /** @type {HTMLElement} */ ($root.querySelector('[data-bar]'))
    this.$progress = /** @type {HTMLElement} */ ($root.querySelector('[data-progress]'))
    this.memory = new Memory(checklist, version, storage())
    $root.addEventListener('change', () => this.keep())
    $root.querySelector('[data-clear]')?.addEventListener('click', () => this.clear())
    this.restore()
  }

  restore() {
    const names = this.memory.read()
    for (const $box of this.$boxes) $box.checked = names.includes($box.value)
    this.$bar.hidden = false
    this.show()
  }

  keep() {
    this.memory.write(this.$boxes.filter(($box) => $box.checked).map(($box) => $box.value))
    this.show()
  }

  clear() {
    for (const $box of this.$boxes) $box.checked = false
    this.keep()
  }

  show() {
    const ready = this.$counted.filter(($box) => $box.checked).length
    this.$progress.textContent = sentence(ready, this.$counted.length)
  }
}

/**
 * @param {number} ready
 * @param {number} all
 */
export function sentence(ready, all) {
  if (!all) return ''
  if (ready === all) return `已备 ${ready}/${all}，都齐了，可以去办了`
  return `已备 ${ready}/${all}，还差${all - ready}份`
}

/** A browser may forbid its storage by throwing at the mention of it. */
function storage() {
  try {
    return window.localStorage
  } catch {
    return undefined
  }
}

if (globalThis.document) {
  for (const $root of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-checklist]'))) {
    new Checklist($root)
  }
}
