// Elements that the finder's parts find and make.

/**
 * @template {HTMLElement} T
 * @param {HTMLElement} $root
 * @param {string} name - of the attribute `data-finder-<name>`
 * @returns {T}
 */
export function part($root, name) {
  const $part = $root.querySelector(`[data-finder-${name}]`)
  if (!$part) throw new Error(`finder: no element with data-finder-${name}`)
  return /** @type {T} */ ($part)
}

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} name
 * @param {string} [className]
 * @param {(Node | string)[]} [children]
 */
export function element(name, className = '', children = []) {
  const $element = document.createElement(name)
  if (className) $element.className = className
  $element.append(...children)
  return $element
}
