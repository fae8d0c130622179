// The day it is in China, wherever the visitor is: UTC+8, without summer time since 1991.

const EAST = 8 * 3_600_000

/**
 * @param {number} [now] - milliseconds since 1970
 * @returns {string} as 2026-11-22
 */
export function today(now = Date.now()) {
  return new Date(now + EAST).toISOString().slice(0, 10)
}

/**
 * The time of day it is in China.
 *
 * @param {number} [now] - milliseconds since 1970
 * @returns {string} as 14:30
 */
export function timeOfDay(now = Date.now()) {
  return new Date(now + EAST).toISOString().slice(11, 16)
}
