import type { namedTexts as source } from '../vi/named.ts'

/** The same in English. */
export const namedTexts: typeof source = {
  one: (word, who) => `“${word}”: ${who}`,
  several: (word, who, more) =>
    `More than one person may be “${word}”: ${who}${more > 0 ? ` and ${more} more` : ''}. Please give the key.`,
  nobody: (word) => `Not used: “${word}”. The roster has nobody of that name; please give a key or full name.`,
}
