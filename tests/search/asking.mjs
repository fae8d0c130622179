// Ask an index on the disk as a browser asks it on the site.
//
//   node tests/search/asking.mjs < questions.json
//
// Reads {base, questions: [[query, options]]} and prints the answer to each, without the
// documents that were found.

import { readFile } from 'node:fs/promises'
import { stdin, stdout } from 'node:process'
import { text } from 'node:stream/consumers'

import { open } from '../../overrides/assets/search/search.mjs'

const { base, questions } = JSON.parse(await text(stdin))

/** @param {string} address */
const fetch = async (address) => new Response(await readFile(address))

const index = await open(base, { fetch: /** @type {typeof globalThis.fetch} */ (fetch) })
const answers = []
for (const [query, options] of questions) {
  const { results, ...rest } = await index.search(query, options)
  answers.push({ ...rest, results: results.map(({ document, ...result }) => result) })
}
stdout.write(JSON.stringify(answers))
