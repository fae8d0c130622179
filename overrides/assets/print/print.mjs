// Buttons that print the page: without a script there is none to press in vain.

for (const $button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-print]'))) {
  $button.hidden = false
  $button.addEventListener('click', () => print())
}
