import fc from 'fast-check'

const surrogates = 0xd800
const after = 0xe000

/**
 * Any character of Unicode, for `fc.string({ unit: anyCharacter })`. What fast-check has itself, `unit: 'binary'`, is the same
 * and takes every worker a second and a half to make: it lists all million of them beforehand.
 */
export const anyCharacter = fc.integer({ min: 0, max: 0x10ffff - (after - surrogates) }).map(
  (place) => String.fromCodePoint(place < surrogates ? place : place + after - surrogates),
  (character) => {
    // fast-check asks for the way back only with what may be one of these: one character, and no half of one.
    const code = typeof character === 'string' ? character.codePointAt(0) : undefined
    if (code === undefined || typeof character !== 'string' || String.fromCodePoint(code) !== character)
      throw new Error('no single character')
    if (code >= surrogates && code < after) throw new Error('half a character')
    return code < surrogates ? code : code - after + surrogates
  },
)

/** Any address on the web. `fc.webUrl()` lists all of Unicode as well, for what stands behind the name. */
export const anyUrl = fc
  .tuple(fc.constantFrom('https', 'http'), fc.domain(), fc.string({ unit: anyCharacter, maxLength: 30 }))
  .map(([scheme, name, rest]) => `${scheme}://${name}/${encodeURIComponent(rest)}`)
