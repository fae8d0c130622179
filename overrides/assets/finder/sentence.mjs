// What was found, in words: 适用于高校毕业生、报名中的活动赛事，共 7 条.

/** @typedef {import('./address.mjs').Wanted} Wanted */

/** How the values of a facet are said before a noun. */
const SAID = /** @type {Record<string, (values: string) => string>} */ ({
  audience: (values) => `适用于${values}`,
  topic: (values) => `主题是${values}`,
  region: (values) => `地区是${values}`,
  area: (values) => `属于${values}`,
  status: (values) => values
})

/**
 * @param {Wanted} wanted
 * @param {import('./kinds.mjs').Kinds} kinds
 * @param {{total: number, near: number}} found
 */
export function sentence(wanted, kinds, { total, near }) {
  if (total) return `${described(wanted, kinds)}，共 ${total} 条`
  return near ? '没有完全一样的，下面是最相近的' : `没有找到${described(wanted, kinds)}`
}

/**
 * @param {Wanted} wanted
 * @param {import('./kinds.mjs').Kinds} kinds
 */
function described({ query, filters }, kinds) {
  const noun = filters.kind?.map((kind) => kinds.label(kind)).join('或') ?? '内容'
  const said = Object.entries(SAID)
    .filter(([facet]) => filters[facet])
    .map(([facet, say]) => say(filters[facet].join('或')))
  if (query) said.unshift(`与“${query}”有关`)
  return said.length ? `${said.join('、')}的${noun}` : `全部${noun}`
}
