// Says on a procedure's page by when what is accepted today is done.

import { today } from '../today/today.mjs'
import { add } from './workdays.mjs'

/** @typedef {import('./workdays.mjs').TimeUnit} TimeUnit */

const UNKNOWN = '具体日期以国务院办公厅公布的节假日安排为准'
const WEEKDAYS = '日一二三四五六'

/**
 * @param {string} start
 * @param {string | null} end
 */
function sentence(start, end) {
  if (!end) return UNKNOWN
  const [year, month, day] = end.split('-').map(Number)
  const inYear = end.slice(0, 4) === start.slice(0, 4) ? '' : `${year}年`
  return `最迟${inYear}${month}月${day}日（周${WEEKDAYS[new Date(end).getUTCDay()]}）办结`
}

/** @param {import('./workdays.mjs').Calendar} calendar */
function count(calendar) {
  const start = today()
  for (const $limit of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-limit]'))) {
    const { limit, unit, event } = $limit.dataset
    const end = add(calendar, start, Number(limit), /** @type {TimeUnit} */ (unit))
    $limit.textContent = `今天申请，当天${event}的，${sentence(start, end)}`
  }
}

// Where the table does not come the example that the page was built with stays.
const response = await fetch(new URL('table.json', import.meta.url)).catch(() => undefined)
if (response?.ok) count(await response.json())
