import type { Context } from '../../context.ts'
import { Position } from '../../contract/intent.ts'
import type { Button, Fact } from '../../contract/message.ts'
import type { Section } from '../../contract/page.ts'
import type { Board } from '../../opinions/boards/read-board.ts'
import { takesAnswers } from '../../opinions/rounds/phase.ts'
import type { Round } from '../../opinions/rounds/rounds.ts'
import { forItem, grantsTo } from '../../people/delegated.ts'

/** The reader's own place in a round, and the seats in which they act for others. */
export type Own = {
  readonly asked: boolean
  readonly opinion: Awaited<ReturnType<typeof currentOpinion>>
  readonly begun: boolean
  /** Whether the drafting agency's answers to remarks have been published: theirs are one press away. */
  readonly published: boolean
  readonly givers: readonly { readonly id: string; readonly name: string }[]
}

const currentOpinion = ({ db, actor }: Context, round: string) =>
  db.opinion.findFirst({
    where: { roundId: round, personId: actor.id },
    orderBy: { version: 'desc' },
    select: {
      ...{ position: true, receipt: true, draftVersion: true, at: true, late: true, recordedSource: true },
    },
  })

/** Reads it: nothing of a round in which the reader neither was asked nor acts for somebody. */
export async function readOwn(ctx: Context, round: Round, board: Board): Promise<Own> {
  const { db, actor } = ctx
  const asked = board.rows.some(({ personId }) => personId === actor.id)
  const isAsked = new Set(board.rows.map(({ personId }) => personId))
  const own = { roundId: round.id, personId: actor.id }
  const [opinion, draft, publication, grants] = await Promise.all([
    asked ? currentOpinion(ctx, round.id) : null,
    asked ? db.opinionDraft.findFirst({ where: own, select: { id: true } }) : null,
    asked
      ? db.remarkAnswer.findFirst({ where: { ...own, publishedIn: { not: null } }, select: { roundId: true } })
      : null,
    grantsTo(ctx, actor.id),
  ])
  const givers = forItem(grants, round.itemId).map(({ giver }) => giver)
  return {
    ...{ asked, opinion, begun: draft !== null, published: publication !== null },
    givers: [...new Map(givers.filter(({ id }) => isAsked.has(id)).map((giver) => [giver.id, giver])).values()],
  }
}

/** Where the reader stands themselves, or whose seat they act in; nothing where neither. */
export function ownSection(ctx: Context, round: Round, board: Board, own: Own): readonly Section[] {
  const { texts: t } = ctx
  if (!own.asked && own.givers.length === 0) return []
  const row = board.rows.find(({ personId }) => personId === ctx.actor.id)
  const buttons: readonly Button[] = [
    ...(own.opinion === null
      ? []
      : [{ label: t.buttons.readFull, intent: { kind: 'version.read', round: round.id } } as const]),
    ...(own.published ? [{ label: t.answers.agency, intent: { kind: 'answer.list', round: round.id } } as const] : []),
    ...own.givers.map(
      ({ id, name }): Button => ({
        label: t.desk.round.actFor(name),
        intent: { kind: 'opinion.show', round: round.id, for: id },
      }),
    ),
  ]
  return [
    {
      id: 'own',
      title: t.desk.round.own,
      ...(row === undefined
        ? {}
        : {
            pill: { text: t.standings[row.standing], tone: isWaiting(ctx, round, row.standing) ? 'warning' : 'plain' },
          }),
      parts: [
        ...(own.opinion === null
          ? []
          : [
              {
                kind: 'facts',
                facts: ownFacts(ctx, own.opinion),
              } as const,
            ]),
        ...(own.begun ? [{ kind: 'text', text: t.opinion.draftWaiting } as const] : []),
        ...(buttons.length === 0 ? [] : [{ kind: 'buttons', buttons } as const]),
      ],
    },
  ]
}

/** What the reader sent last: the proof that it is stored. */
function ownFacts({ texts: t, zone }: Context, opinion: NonNullable<Own['opinion']>): readonly Fact[] {
  return [
    { label: t.opinion.position, value: t.positions[Position.parse(opinion.position)] },
    { label: t.opinion.time, value: t.moment(opinion.at, zone) + (opinion.late ? ` (${t.opinion.late})` : '') },
    { label: t.opinion.receipt, value: opinion.receipt },
    { label: t.opinion.version, value: String(opinion.draftVersion) },
    ...(opinion.recordedSource === null
      ? []
      : [{ label: t.record.source, value: t.opinion.recordedBy(opinion.recordedSource) }]),
  ]
}

const isWaiting = ({ now }: Context, round: Round, standing: string): boolean =>
  standing === 'missing' && takesAnswers(round, now)

/** The way to the reader's own answer, first of all where it is waited for; nothing for whoever was not asked. */
export function ownButtons({ texts: t, now, actor }: Context, round: Round, board: Board, own: Own): readonly Button[] {
  const row = board.rows.find(({ personId }) => personId === actor.id)
  if (row === undefined) return []
  const form = { kind: 'opinion.save.form', round: round.id } as const
  const show = { kind: 'opinion.show', round: round.id } as const
  if (row.standing !== 'missing' || !takesAnswers(round, now) || !actor.roles.has('member'))
    return [{ label: t.buttons.openMine, intent: show }]
  // What is begun is looked at before it is sent; what is not needs the form, and no second press.
  return [{ label: t.buttons.answer, style: 'primary', intent: own.begun ? show : form }]
}
