import type { namedTexts as source } from '../vi/named.ts'

/** The same in English. */
export const namedTexts: typeof source = {
  one: (word, who) => `“${word}”: ${who}`,
  nobody: (word) => `Not used: “${word}”. Nobody on the list has that name; please look in the field below.`,
}
