import type { Context } from '../../context.ts'
import type { Section } from '../../contract/page.ts'
import type { Place } from '../../contract/place.ts'
import { fold } from '../../texts/fold.ts'
import type { PageBody } from '../page-body.ts'
import { foundInConversation } from './in-conversation.ts'
import { foundPeople } from './in-people.ts'
import { foundInPlan } from './in-plan.ts'
import { foundProvisions } from './in-provisions.ts'
import { foundInVisits } from './in-visits.ts'
import { readKnown } from './known.ts'

/**
 * What typed words may mean, by kind, with or without diacritics, each with the way to it: items and rounds, people,
 * units, visits, provisions of drafts, what the reader said and was answered. Of everything only what they may see. First
 * of all the words as a sentence, which the conversation answers.
 */
export async function readSearch(ctx: Context, place: Extract<Place, { page: 'search' }>): Promise<PageBody> {
  const { texts: t } = ctx
  const find = (place.find ?? '').replace(/\s+/gu, ' ').trim()
  const words = fold(find)
  return {
    under: 'search',
    title: find === '' ? t.desk.search.name : t.desk.search.title(find),
    trail: [],
    lead: [],
    buttons: [],
    main: words === '' ? [hint(ctx)] : await found(ctx, find, words),
    aside: [],
  }
}

async function found(ctx: Context, find: string, words: string): Promise<readonly Section[]> {
  const { search: t } = ctx.texts.desk
  const known = await readKnown(ctx)
  const groups = await Promise.all([
    foundInPlan(ctx, known, find),
    foundPeople(ctx, known, find),
    foundInVisits(ctx, known, find, words),
    foundProvisions(ctx, find, words),
    foundInConversation(ctx, words),
  ])
  const all = groups.flat()
  return [
    { id: 'sentence', title: t.sentence, parts: [{ kind: 'sentences', sentences: [find] }] },
    ...(all.length === 0
      ? [{ id: 'nothing', title: t.nothingTitle, parts: [{ kind: 'text', text: t.nothing } as const] }]
      : all),
  ]
}

const hint = ({ texts: { desk: t } }: Context): Section => ({
  id: 'hint',
  title: t.search.hintTitle,
  parts: [{ kind: 'text', text: t.search.hint }],
})
