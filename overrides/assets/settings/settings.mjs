// The switches for 关怀版 and for the colours. What they say is kept on this device only.

const SAID = { on: '已打开关怀版：字变大，对比变强。', off: '已关闭关怀版。' }

/**
 * Keep a setting and put it on the page; early.js does that.
 *
 * @param {string} name
 * @param {string} value - empty for the usual
 */
function keep(name, value) {
  try {
    if (value) localStorage.setItem(name, value)
    else localStorage.removeItem(name)
  } catch {
    return false
  }
  document.dispatchEvent(new Event('settings'))
  return true
}

/** The button that makes everything larger; without storage it works until the page is left. */
export class CareButton {
  /**
   * @param {HTMLElement} $button
   * @param {HTMLElement} $said - where the change is told
   */
  constructor($button, $said) {
    this.$button = $button
    this.$said = $said
    $button.addEventListener('click', () => this.press())
    new MutationObserver(() => this.show()).observe(document.documentElement, {
      attributeFilter: ['data-care']
    })
    this.show()
  }

  get isOn() {
    return document.documentElement.hasAttribute('data-care')
  }

  press() {
    const wanted = !this.isOn
    if (!keep('care', wanted ? 'on' : '')) document.documentElement.toggleAttribute('data-care', wanted)
    this.$said.textContent = wanted ? SAID.on : SAID.off
  }

  show() {
    this.$button.setAttribute('aria-pressed', String(this.isOn))
  }
}

/**
 * @param {HTMLSelectElement} $select
 */
function watchScheme($select) {
  try {
    $select.value = localStorage.getItem('scheme') ?? ''
  } catch {
    // Shows what the system wants, which is what is drawn.
  }
  $select.addEventListener('change', () => keep('scheme', $select.value))
}

const $button = /** @type {HTMLElement | null} */ (document.querySelector('[data-care-button]'))
const $said = /** @type {HTMLElement | null} */ (document.querySelector('[data-care-said]'))
if ($button && $said) new CareButton($button, $said)
const $scheme = /** @type {HTMLSelectElement | null} */ (document.querySelector('[data-scheme]'))
if ($scheme) watchScheme($scheme)
