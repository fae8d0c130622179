// When a time limit ends (民法典 201 to 204), the same as in generators/workdays.py.

/**
 * The published days off; days are written 2026-11-22.
 *
 * @typedef {object} Calendar
 * @property {number[]} years - the years whose days off are known
 * @property {string[]} off
 * @property {string[]} work - weekends on which offices work
 */

/** @typedef {'工作日' | '自然日' | '月' | '年' | '小时'} TimeUnit */

/**
 * Tell whether offices work on a day, or null where that is not known.
 *
 * @param {Calendar} calendar
 * @param {string} day
 */
export function isWorkday(calendar, day) {
  if (!calendar.years.includes(Number(day.slice(0, 4)))) return null
  if (calendar.work.includes(day)) return true
  return !isWeekend(day) && !calendar.off.includes(day)
}

/**
 * The last day of a period, or null where it needs a year that is not known.
 *
 * The day it begins on does not count; a last day off gives way to the next working day.
 * Hours run through days off and may begin late in the day.
 *
 * @param {Calendar} calendar
 * @param {string} start
 * @param {number} amount
 * @param {TimeUnit} unit
 * @returns {string | null}
 */
export function add(calendar, start, amount, unit) {
  if (amount === 0) return start
  if (unit === '小时') return daysLater(start, Math.ceil(amount / 24))
  if (unit === '工作日') return workday(calendar, daysLater(start, 1), amount)
  const end = unit === '自然日' ? daysLater(start, amount) : monthsLater(start, unit === '年' ? amount * 12 : amount)
  return workday(calendar, end, 1)
}

/**
 * The nth working day from a day on.
 *
 * @param {Calendar} calendar
 * @param {string} day
 * @param {number} number
 * @returns {string | null}
 */
function workday(calendar, day, number) {
  for (let left = number; ; day = daysLater(day, 1)) {
    const works = isWorkday(calendar, day)
    if (works === null) return null
    if (works && --left === 0) return day
  }
}

/** @param {string} day */
function isWeekend(day) {
  return new Date(day).getUTCDay() % 6 === 0
}

/**
 * @param {string} day
 * @param {number} days
 */
function daysLater(day, days) {
  const date = new Date(day)
  date.setUTCDate(date.getUTCDate() + days)
  return written(date)
}

/**
 * The same day of a later month, or the last day of a month without it.
 *
 * @param {string} day
 * @param {number} months
 */
function monthsLater(day, months) {
  const [year, month, dayOfMonth] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0))
  last.setUTCDate(Math.min(dayOfMonth, last.getUTCDate()))
  return written(last)
}

/** @param {Date} date */
function written(date) {
  return date.toISOString().slice(0, 10)
}
