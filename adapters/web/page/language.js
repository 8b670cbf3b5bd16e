// @ts-check
import { Attempt } from './chat/delivery.js'
import { Failed, say } from './server.js'

/** @typedef {import('./texts.js').Locale} Locale */

/** What was chosen in this tab. @returns {Locale | undefined} */
export const chosenLocale = () => asLocale(sessionStorage.getItem('dondoc.locale'))

/** @param {Locale} locale */
export const chooseLocale = (locale) => sessionStorage.setItem('dondoc.locale', locale)

/** What the server was last told for this person from this browser. @param {string} user @returns {Locale | undefined} */
export const toldLocale = (user) => asLocale(localStorage.getItem(`dondoc.locale.${user}`))

/** The server was told, by whichever way. @param {string} user @param {Locale} locale */
export function localeTold(user, locale) {
  chooseLocale(locale)
  localStorage.setItem(`dondoc.locale.${user}`, locale)
}

/** Tells the server of a language chosen here, so that messages to come are in it as well. @param {string} user */
export async function tellLocale(user) {
  const chosen = chosenLocale()
  if (chosen === undefined || chosen === toldLocale(user)) return
  const intent = /** @type {const} */ ({ kind: 'language.set', locale: chosen })
  try {
    await say(new Attempt().idFor(intent), chosen, { kind: 'pressed', intent })
    localeTold(user, chosen)
  } catch (cause) {
    // Told again when a page opens next; this one is in the chosen language already.
    if (!(cause instanceof Failed)) throw cause
  }
}

/** @param {string | null} text @returns {Locale | undefined} */
function asLocale(text) {
  return text === 'vi' || text === 'en' ? text : undefined
}
