// Whether a counter is open at a moment, from its published hours and the days off.

import { isWorkday } from '../workdays/workdays.mjs'

/**
 * As generators/outputs/opening_hours.py writes them.
 *
 * @typedef {object} Hours
 * @property {[days: string, opens: string, closes: string][]} regular - days as 12345, the earliest hours first
 * @property {Record<string, string>} other - what holds on a day instead, in words
 */

/** @typedef {import('../workdays/workdays.mjs').Calendar} Calendar */

/** @typedef {{open: boolean, words: string}} Answer */

const WEEKDAYS = '日一二三四五六'
const WEEK = '12345'
const DAY = 86_400_000
/** A row of days off is not longer. */
const FURTHEST = 14

/**
 * What to say at a moment, or undefined where it is not known.
 *
 * @param {Hours} hours
 * @param {Calendar} calendar
 * @param {string} day
 * @param {string} time - as 14:30
 * @returns {Answer | undefined}
 */
export function answer(hours, calendar, day, time) {
  const today = hoursOn(hours, calendar, day)
  if (today === undefined) return undefined
  if (typeof today === 'string') return { open: false, words: `今天：${today}` }
  const current = today.find(({ opens, closes }) => opens <= time && time < closes)
  if (current) return { open: true, words: `现在开门，到${current.closes}` }
  return { open: false, words: closed(today, time) ?? over(hours, calendar, day, today.length > 0) }
}

/**
 * What is said before the last hours of a day, or undefined after them.
 *
 * @param {{opens: string, closes: string}[]} today
 * @param {string} time
 */
function closed(today, time) {
  const later = today.find(({ opens }) => opens > time)
  if (!later) return undefined
  return today[0] === later ? `还没开门，今天${later.opens}开门` : `现在休息，今天${later.opens}再开门`
}

/**
 * What is said when the day is over, or off: when it opens again, as far as that is known.
 *
 * @param {Hours} hours
 * @param {Calendar} calendar
 * @param {string} day
 * @param {boolean} worked
 */
function over(hours, calendar, day, worked) {
  const words = worked ? '已下班' : '今天不开门'
  for (let ahead = 1; ahead <= FURTHEST; ahead++) {
    const next = later(day, ahead)
    const then = hoursOn(hours, calendar, next)
    if (then === undefined) return words
    if (typeof then === 'string') return `${words}，${named(next, ahead)}：${then}`
    if (then[0]) return `${words}，${named(next, ahead)}${then[0].opens}开门`
  }
  return words
}

/**
 * The hours of a day, the words that hold instead, or undefined where neither is known.
 *
 * A counter with hours on weekends may be open on a day off too: that is not guessed.
 * On a weekend on which offices work the hours of weekdays hold where they are all the same.
 *
 * @param {Hours} hours
 * @param {Calendar} calendar
 * @param {string} day
 */
function hoursOn(hours, calendar, day) {
  if (hours.other[day]) return hours.other[day]
  const works = isWorkday(calendar, day)
  if (works === null) return undefined
  if (calendar.off.includes(day)) return hours.regular.every(([days]) => !/[67]/.test(days)) ? [] : undefined
  const regular = on(hours, String(new Date(day).getUTCDay() || 7))
  if (regular.length || !works) return regular
  return hours.regular.every(([days]) => days.includes(WEEK)) ? on(hours, '1') : undefined
}

/**
 * @param {Hours} hours
 * @param {string} weekday
 */
function on(hours, weekday) {
  return hours.regular.filter(([days]) => days.includes(weekday)).map(([, opens, closes]) => ({ opens, closes }))
}

/**
 * @param {string} day
 * @param {number} days
 */
function later(day, days) {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10)
}

/**
 * @param {string} day
 * @param {number} ahead
 */
function named(day, ahead) {
  const near = [, '明天', '后天'][ahead]
  if (near) return near
  const [, month, date] = day.split('-').map(Number)
  return `${month}月${date}日（周${WEEKDAYS[new Date(day).getUTCDay()]}）`
}
