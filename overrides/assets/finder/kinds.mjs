// How the kinds of pages are called, and their order, as the template says it.

export class Kinds {
  /** @param {string} names - `policies 政策 创业政策, procedures 办事 办事指南, …` */
  constructor(names) {
    const kinds = names.split(', ').map((kind) => kind.split(' '))
    this.names = kinds.map(([name]) => name)
    this.shorts = new Map(kinds.map(([name, short]) => [name, short]))
    this.labels = new Map(kinds.map(([name, , label]) => [name, label]))
  }

  /** @param {string} value - of any facet: what is no kind is its own name */
  short(value) {
    return this.shorts.get(value) ?? value
  }

  /** @param {string} kind */
  label(kind) {
    return this.labels.get(kind) ?? kind
  }

  /**
   * @template {{value: string}} T
   * @param {T[]} counts
   */
  inOrder(counts) {
    return [...counts].sort((a, b) => this.names.indexOf(a.value) - this.names.indexOf(b.value))
  }
}
