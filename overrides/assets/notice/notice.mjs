// Sets the notice in the largest type in which it is one sheet of A4.

/** What @page of print.css leaves of A4, less three millimetres, in CSS pixels. */
const HEIGHT = (270 / 25.4) * 96
const SMALLEST = 7

/**
 * Fonts differ: the size that the build guessed is measured anew.
 *
 * @param {HTMLElement} $notice
 */
export function fit($notice) {
  $notice.classList.add('notice--measured')
  for (let size = 0; size <= SMALLEST; size++) {
    $notice.dataset.fit = String(size)
    if ($notice.offsetHeight <= HEIGHT) break
  }
  $notice.classList.remove('notice--measured')
}

const $notice = /** @type {HTMLElement | null} */ (globalThis.document?.querySelector('.notice'))
if ($notice) {
  fit($notice)
  addEventListener('beforeprint', () => fit($notice))
}
