// @ts-check
import { presentIntent } from './former.js'

/**
 * @typedef {import('../../../../src/contract/intent.ts').Intent} Intent
 * @typedef {Record<string, string | string[]>} Values
 * @typedef {{ title: string, opens: Intent, base: Values, values: Values,
 *   tried?: { id: string, content: string } | undefined }} Draft
 * `base` is what the form held when it was opened: it tells whether the form has changed since.
 */

/** @param {string} user @param {string} name */
const keyOf = (user, name) => `dondoc.unsent.${user}.${name}`

/**
 * Words not yet accepted by the server, kept on this device for this person until they are sent or thrown away, or the
 * person leaves: they outlive a broken line, a reload, a closed form and a closed tab. Storage that is full or forbidden
 * loses this second copy only; the field has the first.
 * @param {string} user
 */
export function draftsOf(user) {
  // Where the page of the version before kept them.
  for (const key of Object.keys(sessionStorage).filter((each) => each.startsWith(keyOf(user, '')))) {
    if (localStorage.getItem(key) === null) write(key, JSON.parse(sessionStorage.getItem(key) ?? 'null'))
    sessionStorage.removeItem(key)
  }
  // And by what the version before called the form; what is kept of it by today's name stays.
  for (const [key, draft] of kept(user)) {
    const opens = presentIntent(draft.opens)
    const today = keyOf(user, JSON.stringify(opens))
    if (today === key || localStorage.getItem(today) !== null) continue
    write(today, { ...draft, opens })
    if (localStorage.getItem(today) !== null) localStorage.removeItem(key)
  }
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
      localStorage.removeItem(keyOf(user, JSON.stringify(opens)))
    },
    /** @returns {Draft[]} */
    all() {
      return kept(user).map(([, draft]) => draft)
    },
    /** The line in the composer; `files`: the names of those that were chosen and not sent.
     * @returns {{ text: string, tried?: { id: string, content: string } | undefined, files?: readonly string[] }} */
    line() {
      return read(keyOf(user, 'line')) ?? { text: '' }
    },
    /** @param {string} text @param {{ id: string, content: string } | undefined} tried @param {readonly string[]} files */
    keepLine(text, tried, files) {
      if (text === '' && files.length === 0) localStorage.removeItem(keyOf(user, 'line'))
      else write(keyOf(user, 'line'), { text, tried, ...(files.length === 0 ? {} : { files }) })
    },
  }
}

/** Removes everything that is kept of this person. @param {string} user */
export function forgetUnsent(user) {
  for (const key of Object.keys(localStorage)) if (key.startsWith(keyOf(user, ''))) localStorage.removeItem(key)
}

/** What is kept of forms, with its keys. @param {string} user @returns {(readonly [string, Draft])[]} */
function kept(user) {
  const mine = Object.keys(localStorage).filter((key) => key.startsWith(keyOf(user, '{')))
  return mine.flatMap((key) => {
    const draft = read(key)
    return typeof draft?.opens?.kind !== 'string' ? [] : [/** @type {const} */ ([key, draft])]
  })
}

/** What an older page or another program left under the key is passed over. @param {string} key */
function read(key) {
  const text = localStorage.getItem(key)
  try {
    return text === null ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

/** @param {string} key @param {unknown} value */
function write(key, value) {
  try {
    localStorage.setItem(key, JSON.stringify(value))
  } catch {
    localStorage.removeItem(key)
  }
}
