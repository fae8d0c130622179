// The card of a document as lists show it, with what was searched for marked.

import { highlighted, snippet } from '../search/snippets.mjs'
import { correct } from '../status/status.mjs'
import { element } from './elements.mjs'

/**
 * @param {import('../search/search.mjs').Found} found
 * @param {string} base - the site's root
 * @param {string[]} words - as search compares them
 */
export function card({ document, text }, base, words) {
  const $card = parsed(document.card)
  for (const $link of $card.querySelectorAll('a')) {
    $link.href = new URL($link.getAttribute('href') ?? '', base).href
  }
  correct($card)
  const $parts = [...$card.querySelectorAll('.card__title a, .card__summary')]
  const marked = $parts.map(($part) => mark($part, $part.textContent ?? '', words))
  if (words.length && !marked.includes(true)) explain($card.querySelector('.card__summary'), text, words)
  return $card
}

/** @param {string} html - from the site's own build, which escaped what editors wrote */
function parsed(html) {
  const $template = element('template')
  $template.innerHTML = html
  return $template.content
}

/**
 * Say instead of the summary where the text has what was searched for, if it has.
 *
 * @param {Element | null} $summary
 * @param {() => Promise<string>} text
 * @param {string[]} words
 */
async function explain($summary, text, words) {
  const why = $summary ? snippet(await text(), words) : ''
  if ($summary && why) mark($summary, why, words)
}

/**
 * Write a text with its words marked; tell whether it has any.
 *
 * @param {Element} $element
 * @param {string} text
 * @param {string[]} words
 */
function mark($element, text, words) {
  const parts = highlighted(text, words)
  $element.replaceChildren(...parts.map(([part, isWord]) => (isWord ? element('mark', '', [part]) : part)))
  return parts.some(([, isWord]) => isWord)
}
