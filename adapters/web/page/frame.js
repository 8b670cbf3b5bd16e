// @ts-check
import { el, fill, need } from './dom.js'
import { speech } from './texts.js'

/**
 * @typedef {import('./texts.js').Locale} Locale
 * @typedef {{ name: string, label: string, press: () => void }} Seated who sits here, and the one thing to do about it
 */

/** The head of the page: who sits here, the languages, the banner. @param {Seated | undefined} seated @param {(locale: Locale) => void} choose */
export function drawFrame(seated, choose) {
  document.documentElement.lang = speech.locale
  need('skip').textContent = speech.words.skip
  need('skip').hidden = true
  const languages = need('languages')
  languages.setAttribute('role', 'group')
  languages.setAttribute('aria-label', speech.words.language)
  fill(languages, [drawLanguage('vi', 'Tiếng Việt', choose), drawLanguage('en', 'English', choose)])
  const button =
    seated && el('button', { type: 'button', class: 'button quiet', onclick: seated.press }, [seated.label])
  fill(need('who'), [seated && el('span', { class: 'name' }, [seated.name]), button])
}

/** @param {Locale} locale @param {string} name @param {(locale: Locale) => void} choose */
function drawLanguage(locale, name, choose) {
  const press = () => {
    choose(locale)
    // The button was drawn anew with the rest: the focus goes to its successor.
    const successor = need('languages').querySelector('[aria-pressed="true"]')
    if (successor instanceof HTMLElement) successor.focus()
  }
  const pressed = String(speech.locale === locale)
  return el('button', { type: 'button', lang: locale, 'aria-pressed': pressed, onclick: press }, [name])
}

/** @param {string | null} text */
export function showBanner(text) {
  const banner = need('banner')
  if (banner.textContent !== (text ?? '')) banner.textContent = text ?? ''
  banner.hidden = text === null
}

/**
 * A page that only says something. @param {string} title @param {string} text
 * @param {{ label: string, press: () => void } | undefined} [action]
 */
export function drawStanding(title, text, action) {
  const button =
    action && el('button', { type: 'button', class: 'button primary', onclick: action.press }, [action.label])
  fill(need('main'), [el('section', { class: 'standing' }, [el('h1', {}, [title]), el('p', {}, [text]), button])])
}
