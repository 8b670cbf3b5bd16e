import type { Context } from '../../context.ts'
import type { Section, Words } from '../../contract/page.ts'
import { mayReadOrDraft } from '../../opinions/cards/board-card.ts'
import { whyButton } from '../../opinions/cards/opinion-content.ts'
import { agencyOf, type Round, titleOf, typeOf } from '../../opinions/rounds/rounds.ts'
import type { PageBody } from '../page-body.ts'
import { dueWords } from '../parts/due-words.ts'
import type { DraftFile } from './documents-section.ts'

/** Of the item: its quarter, and when its plan urges: one statement. */
export async function itemOf(
  { db }: Pick<Context, 'db'>,
  { itemId }: Round,
): Promise<{ readonly quarter: string | null; readonly ladder: string | null }> {
  const [item] = await db.$queryRaw<{ quarter: string | null; ladder: string | null }[]>`
    SELECT i."quarter", p."ladder" FROM "WorkItem" i JOIN "Plan" p ON p."id" = i."planId" WHERE i."id" = ${itemId}`
  return item ?? { quarter: null, ladder: null }
}

/** What is asked about and until when. */
export function headOf(
  ctx: Context,
  round: Round,
  quarter: string | null,
): Pick<PageBody, 'under' | 'title' | 'trail' | 'lead'> {
  const { texts: t } = ctx
  const { pill } = dueWords(ctx, round)
  const planned: readonly Words[] =
    quarter === null
      ? []
      : [{ text: t.buttons.quarter(quarter), place: { page: 'plan', year: Number(quarter.slice(0, 4)) } }]
  const plain = (words: string): Words => ({ text: words })
  return {
    under: 'rounds',
    title: titleOf(round.item, ctx),
    trail: [
      ...planned,
      ...[typeOf(round.item, ctx), round.item.key, t.desk.round.numbers(round.number, round.draftVersion)].map(plain),
    ],
    lead: [
      ...(pill === undefined ? [] : [pill]),
      { text: t.desk.round.due(t.deadline(round.dueAt, ctx.zone)), tone: 'strong' },
    ],
  }
}

/** Who drafts it, under which letter, since when, and why the deadline is what it is. */
export function aboutSection(ctx: Context, round: Round, draft: DraftFile | undefined): Section {
  const { texts: t, zone } = ctx
  const dated = draft?.dated == null ? undefined : t.day(draft.dated)
  const reason = round.changeReason
  return {
    id: 'about',
    title: t.desk.round.about,
    parts: [
      {
        kind: 'facts',
        facts: [
          { label: t.opinion.agency, value: agencyOf(round.item, t) },
          ...(draft?.number == null
            ? []
            : [{ label: t.documents.letterNumber, value: t.desk.round.letter(draft.number, dated) }]),
          { label: t.desk.round.openedAt, value: t.moment(round.openedAt, zone) },
          ...(round.dueBefore === null
            ? []
            : [{ label: t.opinion.deadlineBefore, value: t.deadline(round.dueBefore, zone) }]),
          ...(round.answersDueAt === null || !mayReadOrDraft(ctx, round)
            ? []
            : [{ label: t.answers.due.label, value: t.deadline(round.answersDueAt, zone) }]),
          ...(round.closedAt === null
            ? []
            : [
                {
                  label: t.desk.phases[round.state === 'withdrawn' ? 'withdrawn' : 'closed'],
                  value: t.moment(round.closedAt, zone),
                },
              ]),
          ...(reason === null ? [] : [{ label: t.desk.round.reason, value: reason }]),
        ],
      },
      { kind: 'buttons', buttons: [whyButton(ctx, round)] },
    ],
  }
}
