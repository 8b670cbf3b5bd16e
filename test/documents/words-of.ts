import type { Provision } from '../../src/documents/provision.ts'
import { fold } from '../../src/texts/fold.ts'
import { PROVISION_NAMES } from '../../src/texts/provision-names.ts'
import { asRead, type TestDraft } from './drafts.ts'

/** Everything that a provision holds, as it stood in the document, folded: its label, its title, its text. */
function wordsOf({ kind, number, title, text, path }: Provision): string {
  const named =
    kind === 'text' || kind === 'clause' || kind === 'point' || kind === 'heading' ? '' : PROVISION_NAMES[kind]
  // A document issued with this one is called by its own title.
  const label = kind === 'appendix' && number === null && path !== PROVISION_NAMES.appendix ? '' : named
  return fold([label, number, title, text].filter((part) => part !== null).join(' '))
}

/** All words of a document in its order. */
export const allWords = (provisions: readonly Provision[]): string => provisions.map(wordsOf).filter(Boolean).join(' ')

/** What a draft must be read into: the words of each provision, by id, in order. */
function expectedWords(draft: TestDraft): ReadonlyMap<string, string> {
  const expected = new Map<string, string>()
  for (const { id, text } of draft.lines) expected.set(id, `${expected.get(id) ?? ''} ${fold(asRead(text))}`.trim())
  return expected
}

/** Which provisions of a draft were not read, or with other words, or in another order. */
export function wrongProvisions(draft: TestDraft, provisions: readonly Provision[]): readonly string[] {
  const expected = expectedWords(draft)
  const read = new Map(provisions.map((provision) => [provision.id, wordsOf(provision)]))
  const order = provisions.map(({ id }) => id).filter((id) => expected.has(id))
  const inOrder = [...expected.keys()].filter((id) => read.has(id))
  return [
    ...[...expected].filter(([id, words]) => read.get(id) !== words).map(([id]) => id),
    ...provisions.filter(({ id }) => !expected.has(id)).map(({ id }) => `+${id}`),
    ...(order.join() === inOrder.join() ? [] : ['order']),
  ]
}
