// @ts-check

/**
 * @typedef {import('../../../src/contract/intent.ts').Intent} Intent
 * @typedef {Record<string, string | string[]>} Values
 * @typedef {{ title: string, opens: Intent, base: Values, values: Values,
 *   tried?: { id: string, content: string } | undefined }} Draft
 * `base` is what the form held when it was opened: it tells whether the form has changed since.
 */

/** @param {string} user @param {string} name */
const keyOf = (user, name) => `dondoc.unsent.${user}.${name}`

/**
 * Words not yet accepted by the server, kept in this tab's storage until they are: they outlive a broken line, a
 * reload and a closed form. Storage that is full or forbidden loses this second copy only; the field has the first.
 * @param {string} user
 */
export function draftsOf(user) {
  return {
    /** @param {Intent} opens @returns {Draft | undefined} */
    find(opens) {
      return read(keyOf(user, JSON.stringify(opens)))
    },
    /** @param {Draft} draft */
    keep(draft) {
      write(keyOf(user, JSON.stringify(draft.opens)), draft)
    },
    /** @param {Intent} opens */
    drop(opens) {
      sessionStorage.removeItem(keyOf(user, JSON.stringify(opens)))
    },
    /** @returns {Draft[]} */
    all() {
      const mine = Object.keys(sessionStorage).filter((key) => key.startsWith(keyOf(user, '{')))
      return mine.flatMap((key) => read(key) ?? [])
    },
    /** The line in the composer. @returns {{ text: string, tried?: { id: string, content: string } | undefined }} */
    line() {
      return read(keyOf(user, 'line')) ?? { text: '' }
    },
    /** @param {string} text @param {{ id: string, content: string } | undefined} tried */
    keepLine(text, tried) {
      if (text === '') sessionStorage.removeItem(keyOf(user, 'line'))
      else write(keyOf(user, 'line'), { text, tried })
    },
  }
}

/** @param {string} key */
function read(key) {
  const text = sessionStorage.getItem(key)
  return text === null ? undefined : JSON.parse(text)
}

/** @param {string} key @param {unknown} value */
function write(key, value) {
  try {
    sessionStorage.setItem(key, JSON.stringify(value))
  } catch {
    sessionStorage.removeItem(key)
  }
}
