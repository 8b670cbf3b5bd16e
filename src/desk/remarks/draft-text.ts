import type { Context } from '../../context.ts'
import { provisionsOf } from '../../documents/drafts/load-draft.ts'
import type { Provision } from '../../documents/provision.ts'
import { labelOf } from '../../documents/provision-label.ts'
import type { Round } from '../../opinions/rounds/rounds.ts'
import { excerpt } from '../../opinions/words.ts'

/** What a page of remarks shows of the draft that they are on. */
export type DraftText = {
  /** The beginning of a provision with what lies in it; undefined where the draft has none of that id, or no words in it. */
  readonly of: (id: string, length: number) => string | undefined
  /** In what a provision lies, the outermost first, as it is called. */
  readonly above: (id: string) => readonly string[]
}

/** The draft of a round; without one nothing is known of any provision. */
export async function draftText({ db }: Pick<Context, 'db'>, { documentId }: Round): Promise<DraftText> {
  const provisions = documentId === null ? [] : await provisionsOf(db, documentId)
  const places = new Map(provisions.map(({ id }, place) => [id, place]))
  const at = (id: string): Provision | undefined => provisions[places.get(id) ?? -1]
  return {
    of(id, length) {
      const from = places.get(id)
      const first = at(id)
      if (from === undefined || first === undefined) return undefined
      // What lies in it follows it, deeper than it.
      const behind = provisions.findIndex(({ depth }, place) => place > from && depth <= first.depth)
      const within = provisions.slice(from + 1, behind === -1 ? undefined : behind)
      const words = [first.text, ...within.map((one) => [labelOf(one), one.title, one.text].filter(Boolean).join(' '))]
      const whole = words.filter((text) => text.trim() !== '').join('\n')
      return whole === '' ? undefined : excerpt(whole, length)
    },
    above(id) {
      const found: string[] = []
      for (let one = at(at(id)?.parent ?? ''); one !== undefined; one = at(one.parent ?? ''))
        found.unshift(one.title === null ? one.path : `${one.path}. ${one.title}`)
      return found
    },
  }
}
