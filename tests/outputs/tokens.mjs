// Print for each script the tokens that TypeScript's parser reads, comments left out.
//
//   node tests/outputs/tokens.mjs < {"compiler": path, "scripts": [text, ...]}

import { stdin, stdout } from 'node:process'
import { text } from 'node:stream/consumers'

const { compiler, scripts } = JSON.parse(await text(stdin))
const { default: ts } = await import(compiler)

/** @param {string} script */
function tokens(script) {
  const file = ts.createSourceFile('a.mjs', script, ts.ScriptTarget.Latest, false, ts.ScriptKind.JS)
  /** @type {string[]} */
  const found = []
  /** @param {any} node */
  const visit = (node) => {
    const parts = node.getChildren(file).filter((/** @type {any} */ part) => !ts.isJSDoc(part))
    parts.length ? parts.forEach(visit) : found.push(node.getText(file))
  }
  visit(file)
  return found
}

stdout.write(JSON.stringify(scripts.map(tokens)))
