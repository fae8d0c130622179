// How a record's file is read for the form and written back: what nobody changed stays as it is,
// byte for byte, comments included.

/** @typedef {Record<string, any>} Data */
/** @typedef {{key: string, text: string}} Chunk a field with the comments above it */

const SOURCE = '_source' // where the file's text travels, beside the record's fields
const NAMED = { id: '已有' } // a file has its name; the form need not ask for one
const NOT_IN_FILE = [SOURCE, ...Object.keys(NAMED)]
const KEY = /^([A-Za-z_]\w*)\s*:/
const STYLE = { lineWidth: 0, flowCollectionPadding: false }

/**
 * @param {any} yaml the package `yaml`
 */
export function recordFormat(yaml) {
  return {
    /** @param {string} text @returns {Data} */
    fromFile: (text) => ({ ...parsed(yaml, text), ...NAMED, [SOURCE]: text }),
    /** @param {Data} data @param {string[]} order @returns {string} */
    toFile: (data, order = []) => written(yaml, data, order)
  }
}

/** @param {any} yaml @param {string} text @returns {Data} */
function parsed(yaml, text) {
  return yaml.parse(text) ?? {}
}

/** @param {any} yaml @param {Data} data @param {string[]} order */
function written(yaml, data, order) {
  const source = typeof data[SOURCE] === 'string' ? data[SOURCE] : ''
  const before = parsed(yaml, source)
  const after = Object.fromEntries(Object.entries(data).filter(([key]) => !NOT_IN_FILE.includes(key)))
  const kept = chunks(source).flatMap((chunk) => rewritten(yaml, chunk, before, after))
  const added = Object.keys(after).filter((key) => !(key in before) && isSomething(after[key]))
  return withAdded(kept, added.map((key) => fresh(yaml, key, after[key])), order).map(({ text }) => text).join('')
}

/**
 * Cut a file where its fields begin. What stands before the first one belongs to it.
 * @param {string} source @returns {Chunk[]}
 */
function chunks(source) {
  /** @type {Chunk[]} */
  const found = []
  let above = ''
  for (const line of source.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
    const key = KEY.exec(line)?.[1]
    const last = found.at(-1)
    if (key) found.push({ key, text: above + line })
    else if (last && !line.startsWith('#')) last.text += above + line
    // A comment at the margin belongs to the field below it, unless that never comes.
    above = key || (last && !line.startsWith('#')) ? '' : above + line
  }
  const last = found.at(-1)
  if (last) last.text += above
  return found
}

/** @param {any} yaml @param {Chunk} chunk @param {Data} before @param {Data} after @returns {Chunk[]} */
function rewritten(yaml, chunk, before, after) {
  const { key } = chunk
  if (key in after && isSame(pruned(before[key]), pruned(after[key]))) return [chunk]
  if (!isSomething(after[key])) return []
  const document = yaml.parseDocument(chunk.text)
  document.set(key, amended(document, document.get(key, true), before[key], pruned(after[key])))
  return [{ key, text: spacedLike(document.toString({ ...STYLE, indentSeq: !/\n- /.test(chunk.text) }), chunk.text) }]
}

/**
 * Space a text as an older one, where a line says the same and at the end.
 * @param {string} text @param {string} older
 */
function spacedLike(text, older) {
  const said = (/** @type {string} */ line) => line.replace(/(\S)\s+/g, '$1 ')
  const before = new Map(older.split('\n').map((line) => [said(line), line]))
  const lines = text.trimEnd().split('\n').map((line) => before.get(said(line)) ?? line)
  return lines.join('\n') + older.slice(older.trimEnd().length)
}

/**
 * Return the node for a changed value: the old one, changed only where the value differs.
 * @param {any} document @param {any} node @param {unknown} before @param {unknown} after
 * @returns {any}
 */
function amended(document, node, before, after) {
  if (isSame(pruned(before), after)) return node
  if (isMap(before) && isMap(after)) {
    for (const key of Object.keys(before)) if (!(key in after)) node.delete(key)
    for (const [key, value] of Object.entries(after)) {
      node.set(key, amended(document, node.get(key, true), before[key], value))
    }
    return node
  }
  if (Array.isArray(before) && Array.isArray(after)) {
    const items = after.map((value, place) => {
      const same = before.findIndex((old) => isSame(pruned(old), value))
      const from = same >= 0 ? same : place
      return from < before.length ? amended(document, node.items[from], before[from], value) : document.createNode(value, { flow: isFlow(node) })
    })
    node.items = items
    return node
  }
  return scalarLike(document, node, after)
}

/** @param {any} document @param {any} node @param {unknown} value */
function scalarLike(document, node, value) {
  const made = document.createNode(value)
  if (node?.comment) made.comment = node.comment
  if (node?.type?.startsWith('QUOTE') && typeof value === 'string') made.type = node.type
  return made
}

/** @param {any} node whether items are written like the last one, `{a: 1}` on a line */
function isFlow(node) {
  return Boolean(node.flow || node.items.at(-1)?.flow)
}

/** @param {any} yaml @param {string} key @param {unknown} value @returns {Chunk} */
function fresh(yaml, key, value) {
  const document = new yaml.Document({ [key]: pruned(value) })
  const node = document.get(key, true)
  // Lists of words stand on one line, as people write them.
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object')) node.flow = true
  return { key, text: document.toString(STYLE) }
}

/**
 * Put new fields where the order says, after the nearest field before them.
 * @param {Chunk[]} kept @param {Chunk[]} added @param {string[]} order @returns {Chunk[]}
 */
function withAdded(kept, added, order) {
  const place = (/** @type {string} */ key) => order.indexOf(key)
  const all = [...kept]
  if (all.length) all[all.length - 1] = ended(all[all.length - 1])
  for (const chunk of added.sort((one, other) => place(one.key) - place(other.key))) {
    const last = all.findLastIndex(({ key }) => place(key) < place(chunk.key))
    all.splice(last + 1, 0, chunk)
  }
  return all
}

/** @param {Chunk} chunk @returns {Chunk} */
function ended({ key, text }) {
  return { key, text: text.endsWith('\n') ? text : `${text}\n` }
}

/** @param {unknown} value what a form leaves behind where nothing was filled in is nothing */
function isSomething(value) {
  return pruned(value) !== undefined
}

/** @param {unknown} value @returns {any} */
function pruned(value) {
  if (value === null || value === '' || value === undefined) return undefined
  if (Array.isArray(value)) {
    const items = value.map(pruned).filter((item) => item !== undefined)
    return items.length ? items : undefined
  }
  if (!isMap(value)) return value
  const parts = Object.entries(value).map(([key, part]) => [key, pruned(part)]).filter(([, part]) => part !== undefined)
  return parts.length ? Object.fromEntries(parts) : undefined
}

/** @param {unknown} one @param {unknown} other @returns {boolean} */
function isSame(one, other) {
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, place) => isSame(item, other[place]))
  }
  if (isMap(one) && isMap(other)) {
    const keys = Object.keys(one)
    return keys.length === Object.keys(other).length && keys.every((key) => isSame(one[key], other[key]))
  }
  return one === other
}

/** @param {unknown} value @returns {value is Data} */
function isMap(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
