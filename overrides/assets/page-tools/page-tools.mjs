// Copies the page's address, or hands it to the apps of the device.

const COPIED = '链接已复制。'
const BY_HAND = '没能复制，请选中下面的网址自己复制。'

export class PageTools {
  /** @param {HTMLElement} $root */
  constructor($root) {
    this.$said = /** @type {HTMLElement} */ ($root.querySelector('[data-shared]'))
    this.$address = /** @type {HTMLElement} */ ($root.querySelector('[data-address]'))
    this.$code = /** @type {HTMLDetailsElement} */ ($root.querySelector('details'))
    this.offer($root.querySelector('[data-copy]'), () => this.copy())
    if ('share' in navigator) this.offer($root.querySelector('[data-share]'), () => this.share())
  }

  /**
   * @param {HTMLButtonElement | null} $button
   * @param {() => void} action
   */
  offer($button, action) {
    if (!$button) return
    $button.hidden = false
    $button.addEventListener('click', action)
  }

  async copy() {
    try {
      await navigator.clipboard.writeText(location.href)
      this.$said.textContent = COPIED
    } catch {
      // Plain http and old browsers have no clipboard: the address is laid out, selected.
      this.$code.open = true
      getSelection()?.selectAllChildren(this.$address)
      this.$said.textContent = BY_HAND
    }
  }

  async share() {
    try {
      await navigator.share({ title: document.title, url: location.href })
    } catch {
      // Whoever thinks better of it needs no message.
    }
  }
}

const $tools = /** @type {HTMLElement | null} */ (document.querySelector('.page-tools'))
if ($tools) new PageTools($tools)
