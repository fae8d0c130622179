// What is ticked on a checklist, kept on this device only and by version.

const PREFIX = 'checklist'

export class Memory {
  /**
   * A new version of a guide may ask for other papers, so it begins anew.
   *
   * @param {string} id
   * @param {string} version
   * @param {Storage | undefined} storage - undefined where the browser refuses it
   */
  constructor(id, version, storage) {
    this.family = `${PREFIX}:${id}:`
    this.key = this.family + version
    this.storage = storage
  }

  /** @returns {string[]} the names of what is ticked */
  read() {
    try {
      const names = JSON.parse(this.storage?.getItem(this.key) ?? '[]')
      return Array.isArray(names) ? names : []
    } catch {
      return []
    }
  }

  /** @param {string[]} names */
  write(names) {
    try {
      this.forget()
      if (names.length) this.storage?.setItem(this.key, JSON.stringify(names))
    } catch {
      // A full or forbidden storage: the boxes work, they are only not remembered.
    }
  }

  /** Forget this version and all others. */
  forget() {
    const keys = Object.keys(this.storage ?? {}).filter((key) => key.startsWith(this.family))
    for (const key of keys) this.storage?.removeItem(key)
  }
}
