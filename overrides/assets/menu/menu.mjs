// Closes the menu of sections where a menu is expected to close: on Escape, and when one goes elsewhere.

/** @param {HTMLDetailsElement} $menu */
export function watchMenu($menu) {
  const $summary = /** @type {HTMLElement} */ ($menu.querySelector('summary'))
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !$menu.open) return
    $menu.open = false
    $summary.focus()
  })
  for (const kind of ['click', 'focusin']) {
    document.addEventListener(kind, (event) => {
      if (!$menu.contains(/** @type {Node} */ (event.target))) $menu.open = false
    })
  }
}

const $menu = /** @type {HTMLDetailsElement | null} */ (document.querySelector('[data-menu]'))
if ($menu) watchMenu($menu)
