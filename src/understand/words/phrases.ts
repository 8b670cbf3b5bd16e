/**
 * The words people type are data, with their diacritics; they are compared folded (see fold.ts), so each stands once.
 * Where two phrases fit, the longer one is meant: "lịch sử ý kiến" is not "lịch".
 */
export type Phrases = { readonly vi: Spellings; readonly en: Spellings }

/** At least one, lest something be there that nobody can say. */
type Spellings = readonly [string, ...string[]]
