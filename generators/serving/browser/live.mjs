/**
 * Reloads the page when the site was made anew, and shows why it was not.
 *
 * Only `catalogue serve` puts it into pages; no built file has it.
 *
 * @typedef {object} Showing What the server knows at one moment.
 * @property {string} version
 * @property {boolean} is_building
 * @property {boolean} is_early Only pages are new so far.
 * @property {string} settles The early version that this one completes.
 * @property {string} refusal
 * @property {string} findings The items of a list, as HTML in which everything is escaped.
 */

const SLOW = 600 // milliseconds after which a build that still goes on is worth a word

const loaded = new URL(import.meta.url).searchParams
let version = loaded.get('version')
const $section = addSection()
let wait = 0

listen()

/** Make a place for words that the site's styles do not reach. */
function addSection() {
  const $host = document.createElement('catalogue-live')
  const $root = $host.attachShadow({ mode: 'open' })
  const $style = document.createElement('link')
  $style.rel = 'stylesheet'
  $style.href = new URL('live.css', import.meta.url).href
  const $words = document.createElement('section')
  $words.role = 'alert'
  $root.append($style, $words)
  document.body.append($host)
  return $words
}

/** A page that nobody looks at gives its connection to others: a browser has six for a server. */
function listen() {
  /** @type {EventSource | undefined} */
  let source
  const update = () => {
    source?.close()
    source = document.hidden ? undefined : new EventSource(new URL('events', import.meta.url))
    source?.addEventListener('message', (event) => show(JSON.parse(event.data)))
    source?.addEventListener('error', () => showWord('预览停了，重新开始以后会自动刷新'))
  }
  document.addEventListener('visibilitychange', update)
  update()
}

/** @param {Showing} showing */
async function show(showing) {
  clearTimeout(wait)
  if (showing.version !== version && showing.settles === version && (await isSame())) {
    version = showing.version
  }
  if (showing.version !== version) {
    location.reload()
  } else if (showing.is_building) {
    const word = showing.is_early ? '这一页是新的，搜索还在更新……' : '正在更新……'
    wait = setTimeout(() => showWord(word), SLOW)
  } else if (showing.refusal) {
    showRefusal(showing)
  } else {
    $section.replaceChildren()
  }
}

/** Tell whether this page, which was shown early, is the one that has now been built. */
async function isSame() {
  const response = await fetch(location.href, { method: 'HEAD' })
  return response.headers.get('ETag') === `"${loaded.get('page')}"`
}

/** @param {string} word */
function showWord(word) {
  const $word = document.createElement('p')
  $word.className = 'word'
  $word.textContent = word
  $section.replaceChildren($word)
}

/** @param {Showing} showing */
function showRefusal({ refusal, findings }) {
  const $details = document.createElement('details')
  const $summary = document.createElement('summary')
  const $reason = document.createElement('p')
  const $findings = document.createElement('ol')
  $details.open = true
  $summary.textContent = version ? '有错误，这里还是上一次正确的网站' : '有错误，还没有网站'
  $reason.className = 'reason'
  $reason.textContent = refusal
  $findings.innerHTML = findings
  $details.append($summary, $reason, $findings)
  $section.replaceChildren($details)
}
