// @ts-check
import { Attempt } from './chat/delivery.js'
import { Failed, say } from './server.js'

/** @typedef {import('./texts.js').Locale} Locale */

const key = 'dondoc.locale'

/**
 * What was chosen in this tab and is not with the server yet: it keeps one language a person, for every browser. A
 * choice made before anybody sits here is the next person's. @returns {Locale | undefined}
 */
export function chosenLocale() {
  const text = sessionStorage.getItem(key)
  return text === 'vi' || text === 'en' ? text : undefined
}

/** @param {Locale} locale */
export const chooseLocale = (locale) => sessionStorage.setItem(key, locale)

/** The server has it, by whichever way. */
export const localeTold = () => sessionStorage.removeItem(key)

/** Tells the server of a language chosen here, so that messages to come are in it as well. */
export async function tellLocale() {
  const chosen = chosenLocale()
  if (chosen === undefined) return
  const intent = /** @type {const} */ ({ kind: 'language.set', locale: chosen })
  try {
    await say(new Attempt().idFor(intent), chosen, { kind: 'pressed', intent })
    if (chosenLocale() === chosen) localeTold()
  } catch (cause) {
    // Told again when a page opens next; this one is in the chosen language already.
    if (!(cause instanceof Failed)) throw cause
  }
}
