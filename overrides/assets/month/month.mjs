// Marks today in the table of a month: a page is as old as its last build.

import { today } from '../today/today.mjs'

for (const $day of document.querySelectorAll('[data-day]')) {
  if ($day.getAttribute('data-day') === today()) $day.setAttribute('aria-current', 'date')
  else $day.removeAttribute('aria-current')
}
