// Start the form of /admin/: Decap CMS with our own way to write files.

import { recordFormat } from './record-format.mjs'
import { recordId } from './record-id.mjs'

const { CMS, createClass, h } = /** @type {any} */ (window)
const here = document.baseURI

const [config, yaml] = await Promise.all([
  fetch(new URL('config.json', here)).then((response) => response.json()),
  import(new URL('yaml/index.js', here).href)
])
CMS.registerCustomFormat('record', 'yml', recordFormat(yaml))
CMS.registerWidget('record-id', recordId(createClass, h))
CMS.init({ config })
