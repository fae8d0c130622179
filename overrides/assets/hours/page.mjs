// Says on a page whether the place is open now; without it nothing is said.

import { timeOfDay, today } from '../today/today.mjs'
import { answer } from './hours.mjs'

/** @param {import('../workdays/workdays.mjs').Calendar} calendar */
function say(calendar) {
  for (const $now of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-hours]'))) {
    const said = answer(JSON.parse($now.dataset.hours ?? ''), calendar, today(), timeOfDay())
    $now.textContent = said?.words ?? ''
    $now.className = said ? `open-now badge badge--${said.open ? 'open' : 'over'}` : 'open-now'
  }
}

const response = await fetch(new URL('../workdays/table.json', import.meta.url)).catch(() => undefined)
if (response?.ok) {
  const calendar = await response.json()
  say(calendar)
  // A page that was left open says what holds when it is looked at again.
  document.addEventListener('visibilitychange', () => say(calendar))
}
