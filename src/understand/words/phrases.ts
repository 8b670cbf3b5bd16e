/**
 * The words people type are data, with their diacritics; they are compared folded (see fold.ts), so each stands once.
 * Where two phrases fit, the longer one is meant: "lịch sử ý kiến" is not "lịch".
 */
export type Phrases = { readonly vi: readonly string[]; readonly en: readonly string[] }
