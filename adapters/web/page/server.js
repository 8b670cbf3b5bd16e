// @ts-check
import { upload } from './files/upload.js'

/**
 * @typedef {import('../../../src/contract/reply.ts').Reply} Reply
 * @typedef {import('../../../src/contract/message.ts').Message} Message
 * @typedef {import('../../../src/contract/intent.ts').Intent} Intent
 * @typedef {{ user: string, name: string }} Person
 * @typedef {Person & { locale: 'vi' | 'en' | null }} Sitting with the language that they have chosen
 * @typedef {{ user: string, name: string, title?: string, roles: readonly string[], sample: boolean }} Seat
 * @typedef {{ person: Person | null, linked: Person | null, seats: readonly Seat[] | null, locale: 'vi' | 'en',
 *   banner: string | null, timeZone: string }} Session
 * @typedef {{ ref: string, at?: string, message: Message }} Notification
 * @typedef {import('../../../src/contract/history.ts').HistoryEntry} HistoryEntry
 * @typedef {import('../../../src/contract/history.ts').History & { locale: 'vi' | 'en', banner: string | null }} History
 * @typedef {{ said?: string, card?: string }} Keep what of it stands in the conversation: see `Inbound.keep`
 * @typedef {{ kind: 'typed', text: string } | { kind: 'pressed', intent: Intent }
 *   | { kind: 'filled', intent: Intent, values: Record<string, string | string[]> }} Input
 * @typedef {{ by: 'seat' | 'link', user: string }} Seated
 * @typedef {{ file: File, field?: string }} Attached `field`: of a form
 * @typedef {{ files?: readonly Attached[], progress?: (part: number) => void }} Along what goes with what is said
 */

/** A request that brought no answer to work with: `lost` (perhaps arrived), or an HTTP status. */
export class Failed extends Error {
  /** @param {'lost' | number} why */
  constructor(why) {
    super(`request failed: ${why}`)
    this.why = why
  }
}

const patienceMs = 25_000

/**
 * What this tab knows of itself. sessionStorage is the tab's own, so two tabs can be two people; a tab that finds its
 * session unknown after a restart sits down again on the same seat without asking.
 */
const kept = {
  get session() {
    return sessionStorage.getItem('dondoc.session') ?? ''
  },
  set session(value) {
    sessionStorage.setItem('dondoc.session', value)
  },
  /** @returns {Seated | undefined} */
  get seated() {
    const text = sessionStorage.getItem('dondoc.seated')
    return text === null ? undefined : JSON.parse(text)
  },
  set seated(value) {
    if (value === undefined) sessionStorage.removeItem('dondoc.seated')
    else sessionStorage.setItem('dondoc.seated', JSON.stringify(value))
  },
}

export const seatedNow = () => kept.seated

/** What to do when this tab can no longer be who it was; the page sets it. */
export const lostSeat = { tell: () => {} }

/**
 * One request of the page, with the tab's session on it.
 * @param {string} path @param {unknown} [body] @param {AbortSignal} [signal]
 * @param {(part: number) => void} [progress] of a body with files
 */
export function ask(path, body, signal = AbortSignal.timeout(patienceMs), progress = () => {}) {
  /** @type {Record<string, string>} */
  const headers = { authorization: `Bearer ${kept.session}` }
  if (body instanceof FormData) return upload(path, body, headers, progress)
  if (body === undefined) return fetch(path, { headers, signal })
  headers['content-type'] = 'application/json'
  return fetch(path, { method: 'POST', headers, body: JSON.stringify(body), signal })
}

/** JSON from the server, after sitting down again where the session was lost. @param {string} path @param {unknown} [body]
 * @param {(part: number) => void} [progress] */
async function answer(path, body, progress) {
  let response = await reach(path, body, progress)
  if (response.status === 401 && (await sitAgain())) response = await reach(path, body, progress)
  if (response.status === 401) lostSeat.tell()
  if (!response.ok) throw new Failed(response.status)
  try {
    return await response.json()
  } catch {
    throw new Failed('lost')
  }
}

/** @param {string} path @param {unknown} [body] @param {(part: number) => void} [progress] */
async function reach(path, body, progress) {
  try {
    return await ask(path, body, undefined, progress)
  } catch {
    throw new Failed('lost')
  }
}

/** @param {'vi' | 'en'} [locale] in which it is to be told, where one was chosen @returns {Promise<Session>} */
export const session = (locale) => answer(`/web/session${locale === undefined ? '' : `?locale=${locale}`}`)

/** The conversation, the newest entries of what is wanted. @param {{ upTo?: string, find?: string, locale?: 'vi' | 'en' }} [wanted] @returns {Promise<History>} */
export const history = (wanted = {}) => answer('/web/history', wanted)

/** A draft to be read whole. @param {string} id @returns {Promise<import('../../../src/contract/document.ts').ReadableDocument>} */
export const readable = (id) => answer('/web/document', { id })

/** A page as it stands now; `place` as the address says it. @param {Record<string, string>} place @param {'vi' | 'en'} locale
 * @returns {Promise<import('../../../src/contract/page.ts').Page>} */
export const page = (place, locale) => answer('/web/page', { place, locale })

/** The pages that there are. @param {'vi' | 'en'} locale @returns {Promise<readonly import('../../../src/contract/page.ts').Way[]>} */
export const ways = (locale) => answer('/web/page', { locale })

/** What a directory offers for what was typed so far. @param {import('../../../src/contract/directory.ts').Directory} from
 * @param {string} typed @returns {Promise<import('../../../src/contract/form.ts').Found>} */
export const options = (from, typed) => answer('/web/options', { from, typed })

/** By what the history finds a turn of this person. @param {string} user @param {string} id of the delivery */
export const refOf = (user, id) => `${user}/${id}`

/**
 * Says something under a delivery id; the same id again gives the first answer again.
 * @param {string} id @param {'vi' | 'en'} locale @param {Input} input
 * @param {{ keep?: Keep | undefined } & Along} [more]
 * @returns {Promise<{ reply: Reply, repeated: boolean, locale?: 'vi' | 'en' }>} `locale`: what the person has chosen by now
 */
export function say(id, locale, input, { files = [], progress, ...more } = {}) {
  const said = { id, locale, input, ...more }
  if (files.length === 0) return answer('/web/inbound', said)
  const body = new FormData()
  body.append('said', JSON.stringify(said))
  for (const { file, field } of files) body.append(field === undefined ? 'file' : `file/${field}`, file, file.name)
  return answer('/web/inbound', body, progress)
}

/** Sits down: on a seat, or as the person of this browser's access link. @param {{ user: string } | { link: true }} where */
export async function sit(where) {
  const response = await reach('/web/session', where)
  if (!response.ok) throw new Failed(response.status)
  /** @type {{ session: string, person: Sitting }} */
  const got = await response.json()
  kept.session = got.session
  kept.seated = { by: 'link' in where ? 'link' : 'seat', user: got.person.user }
  return got.person
}

/** Forgets who this tab is, here and on the server. */
export async function leave() {
  await reach('/web/session', { leave: true }).catch(() => undefined)
  kept.session = ''
  kept.seated = undefined
}

/** Whether this tab is again who it was. It never silently becomes somebody else. */
export async function sitAgain() {
  const seated = kept.seated
  if (seated === undefined) return false
  if (seated.by === 'seat') return sit({ user: seated.user }).then(() => true, lostOrNot)
  const told = await reach('/web/session').then((response) => response.json())
  if (told.linked?.user !== seated.user) return false
  return sit({ link: true }).then(() => true, lostOrNot)
}

/** Only a refusal means that the seat is gone; a broken line means to try again later. @param {unknown} cause */
function lostOrNot(cause) {
  if (cause instanceof Failed && typeof cause.why === 'number' && cause.why < 500) return false
  throw cause
}
