// The field that names a new record's file. It is asked once; afterwards the file has its name.

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/
const WRONG = '写编号：只用小写字母、数字和连字符，例如 job-fair-2026'

/** @typedef {{props: any, isNew: () => boolean}} Control */

/**
 * Return the widget's control, made with what Decap CMS brings along.
 * @param {(spec: object) => unknown} createClass @param {(...parts: any[]) => unknown} h
 */
export function recordId(createClass, h) {
  return createClass({
    /** @this {Control} */
    isNew() {
      return !this.props.entry.get('path')
    },
    /** @this {Control} */
    isValid() {
      return !this.isNew() || ID.test(this.props.value ?? '') || { error: { message: WRONG } }
    },
    /** @this {Control} */
    render() {
      const { classNameWrapper, entry, forID, onChange, setActiveStyle, setInactiveStyle, value } = this.props
      return h('input', {
        className: classNameWrapper,
        id: forID,
        disabled: !this.isNew(),
        onBlur: setInactiveStyle,
        onChange: (/** @type {{target: HTMLInputElement}} */ { target }) => onChange(target.value.trim()),
        onFocus: setActiveStyle,
        value: this.isNew() ? (value ?? '') : entry.get('slug')
      })
    }
  })
}
