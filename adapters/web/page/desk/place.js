// @ts-check

/**
 * @typedef {import('../../../../src/contract/place.ts').Place} Place
 */

/** Behind `#` in the address, which no browser sends: what somebody reads stands in no server's log. @param {Place} place */
export function hashOf({ page, ...rest }) {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(rest)) if (value !== undefined) query.set(name, String(value))
  const asked = query.toString()
  return `#${page}${asked === '' ? '' : `?${asked}`}`
}

/**
 * The place that the address names, as text alone: the server judges it. Undefined for the conversation.
 * @returns {Record<string, string> | undefined}
 */
export function placeNow() {
  const [page = '', query = ''] = location.hash.slice(1).split('?', 2)
  if (page === '' || page === 'talk') return undefined
  return { ...Object.fromEntries(new URLSearchParams(query)), page }
}

/** @param {Place} place */
export function goTo(place) {
  location.hash = hashOf(place)
}
