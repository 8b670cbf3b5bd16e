import type { Context } from '../../context.ts'
import type { Section } from '../../contract/page.ts'

/** Sentences that this reader's roles ask most, each typed by a press. */
export function askInWords({ texts: { desk: t }, actor: { roles } }: Context): Section {
  const sentences = [
    ...(roles.has('coordinator') ? t.today.ask.coordinator : []),
    ...(roles.has('drafter') ? t.today.ask.drafter : []),
    ...(roles.has('member') ? t.today.ask.member : []),
    ...(roles.has('team') ? t.today.ask.team : []),
    ...t.today.ask.everybody,
  ].slice(0, 5)
  return { id: 'ask', title: t.today.inWords, parts: [{ kind: 'sentences', sentences: [...new Set(sentences)] }] }
}
