// Puts the visitor's settings on the page before anything is drawn; a module would come too late.
// A classic script, as a strict Content-Security-Policy lets no inline one run.

;(function () {
  const $root = document.documentElement
  const night = matchMedia('(prefers-color-scheme: dark)')

  /** @param {string} name */
  function read(name) {
    try {
      return localStorage.getItem(name)
    } catch {
      return null // Storage may be forbidden: the page is as its author made it.
    }
  }

  function apply() {
    const scheme = read('scheme')
    const isDark = scheme ? scheme === 'dark' : night.matches
    $root.dataset.mdColorScheme = isDark ? 'slate' : 'default'
    $root.toggleAttribute('data-care', read('care') === 'on')
  }

  $root.dataset.script = ''
  apply()
  // They may change here, in the system, in another window, or on a page one comes back from.
  document.addEventListener('settings', apply)
  addEventListener('storage', apply)
  addEventListener('pageshow', apply)
  if (night.addEventListener) night.addEventListener('change', apply)
})()
