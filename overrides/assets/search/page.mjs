// The search page: reads the query from the address, shows results, follows typing.

import { open } from './search.mjs'
import { highlighted, snippet } from './snippets.mjs'

const PER_PAGE = 10
const PAUSE = 150

const $page = /** @type {HTMLElement} */ (document.querySelector('[data-search]'))
const $input = /** @type {HTMLInputElement} */ ($page.querySelector('input[name=q]'))
const $status = /** @type {HTMLElement} */ ($page.querySelector('[data-search-status]'))
const $results = /** @type {HTMLElement} */ ($page.querySelector('[data-search-results]'))
const $more = /** @type {HTMLButtonElement} */ ($page.querySelector('[data-search-more]'))
const $needsScript = /** @type {HTMLElement} */ ($page.querySelector('[data-search-needs-script]'))
$needsScript.hidden = true
const base = new URL($page.dataset.search ?? './', location.href).href

/** @type {ReturnType<typeof open> | undefined} */
let index
let asked = 0

/**
 * @param {string} query
 * @param {number} offset
 */
async function show(query, offset) {
  const turn = ++asked
  if (!query) return clear('')
  $status.textContent = offset ? $status.textContent : '正在找…'
  try {
    index ??= open(base)
    const { total, results } = await (await index).search(query, { limit: PER_PAGE, offset })
    // A slower answer to an older question is dropped.
    if (turn !== asked) return
    if (!offset) clear(total ? `“${query}”找到 ${total} 条` : `没有找到“${query}”。换个说法，或者少写几个字试试。`)
    $results.append(...results.map((found) => card(found, query)))
    $more.hidden = offset + results.length >= total
    $more.onclick = () => show(query, offset + PER_PAGE)
  } catch {
    index = undefined
    if (turn === asked) clear('搜索没有打开，请检查网络后再试一次。')
  }
}

/** @param {string} message */
function clear(message) {
  $status.textContent = message
  $results.replaceChildren()
  $more.hidden = true
}

/**
 * @param {import('./search.mjs').Found} found
 * @param {string} query
 */
function card(found, query) {
  const $card = element('li', 'card')
  const $title = element('h2', 'card__title')
  const $link = document.createElement('a')
  $link.href = base + found.path
  $link.append(...marked(found.title, query))
  $title.append($link)
  const $marks = element('p', 'card__marks')
  if (found.status) $marks.append(element('span', `badge badge--${found.tone}`, found.status), ' ')
  $marks.append(element('span', 'tag', found.label))
  const $text = element('p', 'card__summary')
  $text.append(...marked(snippet(found.text, found.title, query), query))
  $card.append($title, $marks, $text)
  return $card
}

/**
 * @param {string} text
 * @param {string} query
 */
function marked(text, query) {
  return highlighted(text, query).map(([part, found]) => (found ? element('mark', '', part) : part))
}

/**
 * @param {string} name
 * @param {string} className
 * @param {string} [text]
 */
function element(name, className, text = '') {
  const $element = document.createElement(name)
  if (className) $element.className = className
  $element.textContent = text
  return $element
}

/** @param {string} query */
function remember(query) {
  const address = new URL(location.href)
  address.search = query ? `?${new URLSearchParams({ q: query })}` : ''
  history.replaceState(null, '', address)
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer
$input.addEventListener('input', () => {
  clearTimeout(timer)
  timer = setTimeout(() => {
    remember($input.value.trim())
    show($input.value.trim(), 0)
  }, PAUSE)
})
$input.form?.addEventListener('submit', (event) => {
  event.preventDefault()
  clearTimeout(timer)
  remember($input.value.trim())
  show($input.value.trim(), 0)
})
$input.value = new URLSearchParams(location.search).get('q') ?? ''
show($input.value.trim(), 0)
