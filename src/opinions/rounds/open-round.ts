import { randomUUID } from 'node:crypto'
import { record } from '../../audit/record.ts'
import { derivedDeadline } from '../../calendar/derived-deadline.ts'
import type { Context, Outcome, UseCase } from '../../context.ts'
import type { IntentOf } from '../../contract/intent.ts'
import { Invalid } from '../../contract/refusal.ts'
import type { Write } from '../../database/db.ts'
import { putDraftFiles } from '../../documents/drafts/put-draft-files.ts'
import { put } from '../../outbox/put.ts'
import { requestKey } from '../boards/read-reach.ts'
import { countedDays } from '../cards/counted-days.ts'
import { unreachedBlocks } from '../cards/round-preview.ts'
import { deadlineAtOpening } from './deadline-at-opening.ts'
import { fileOfRound } from './file-of-round.ts'
import { findItem, loadProposal, peopleAsked, previewOf, refuseLiveRound } from './prepare-round.ts'
import type { RoundTermsInput } from './round-terms.ts'
import { titleOf } from './rounds.ts'
import { settleRound } from './settle-rounds.ts'

/**
 * Opens a proposal as it stood at the revision shown. A proposal changed since is previewed again; one whose deadline
 * has passed meanwhile is refused.
 */
export const openProposal: UseCase<IntentOf<'round.open'>> = async (ctx, intent) => {
  const proposal = await loadProposal(ctx, intent.proposal)
  if (proposal.revision !== intent.revision) {
    return { reply: { kind: 'message', message: await previewOf(ctx, proposal), replaces: true } }
  }
  return await openRound(ctx, proposal.item.key, proposal.terms, [
    ctx.db.roundProposal.delete({ where: { id: proposal.id, revision: proposal.revision } }),
  ])
}

/**
 * Opens a round: the row (guarded: one live round an item), who is asked, one request to each in the ledger, the audit
 * line. Refuses a past deadline, nobody to ask, and an item whose round still takes answers.
 */
export async function openRound(
  ctx: Context,
  itemKey: string,
  terms: RoundTermsInput,
  also: readonly Write[] = [],
): Promise<Outcome> {
  const { db, now, texts: t } = ctx
  const item = await findItem(ctx, itemKey)
  await refuseLiveRound(ctx, item)
  const { dueAt, day, counted } = deadlineAtOpening(ctx, terms)
  if (dueAt <= now) throw new Invalid(t.errors.pastDeadline, { day: t.errors.pastDeadline })
  const people = await peopleAsked(ctx, terms)
  if (people.length === 0) throw new Invalid(t.errors.nobodyAsked, { asked: t.errors.nobodyAsked })
  const [latest, over] = await Promise.all([
    db.round.findFirst({ where: { itemId: item.id }, orderBy: { number: 'desc' }, select: { number: true } }),
    db.round.findUnique({ where: { liveKey: item.id } }),
  ])
  const file = await fileOfRound(db, { itemId: item.id, draftVersion: terms.draftVersion })
  const id = randomUUID()
  const round = {
    id,
    itemId: item.id,
    number: (latest?.number ?? 0) + 1,
    liveKey: item.id,
    draftVersion: terms.draftVersion,
    draftUrl: terms.draftUrl,
    documentId: file.documentId,
    legalBases: terms.legalBases,
    openedAt: now,
    openedById: ctx.actor.id,
    dueAt,
    dueRule:
      counted !== undefined
        ? 'working-days'
        : derivedDeadline(ctx.calendar, ctx.zone, item.quarter)?.getTime() === dueAt.getTime()
          ? 'quarter-end'
          : 'set',
    dueDays: terms.workingDays,
    late: terms.late,
    answersFrom: terms.answersFrom,
    silence: terms.silence,
    silenceBasis: terms.silenceBasis,
    positions: JSON.stringify(terms.positions),
    askedCount: people.length,
    state: 'open',
  }
  const asked = people.map((person) => person.id)
  const files = file.documentId === null ? [] : await putDraftFiles(ctx, id, file.documentId, asked)
  const text = t.round.opened(titleOf(item, ctx))
  const closes = [
    t.deadline(dueAt, ctx.zone),
    ...(counted === undefined ? [] : [t.workingDays.fromOpening(counted.count)]),
  ].join('; ')
  const counting = [
    ...(day === terms.day ? [] : [t.workingDays.derivedAnew(t.dayWithWeekday(terms.day))]),
    ...(counted === undefined ? [] : countedDays(ctx, counted)),
  ]
  const unreached = people.filter((person) => !person.reachable)
  return {
    reply: {
      kind: 'message',
      replaces: true,
      message: {
        text,
        blocks: [
          { kind: 'text', text, tone: 'strong' },
          { kind: 'facts', facts: [{ label: t.round.closes, value: closes }] },
          ...(counting.length === 0 ? [] : [{ kind: 'text', text: counting.join(' ') } as const]),
          { kind: 'text', text: t.round.onTheWay(people.length - unreached.length) },
          ...unreachedBlocks(ctx, unreached),
          {
            kind: 'buttons',
            buttons: [
              { label: t.buttons.status, intent: { kind: 'board.show', round: id } },
              { label: t.buttons.whoHasIt, intent: { kind: 'board.show', round: id, show: 'not-reached' } },
            ],
          },
        ],
      },
    },
    writes: [
      // The previous round ended by its deadline, and the clock has not come round to saying so.
      ...(over === null ? [] : await settleRound(ctx, over)),
      ...also,
      ...file.turns,
      db.round.create({ data: round, select: { id: true } }),
      db.asked.createMany({ data: people.map((person) => ({ roundId: id, personId: person.id })) }),
      put(
        db,
        people.map((person) => ({
          key: requestKey(id, person.id),
          personId: person.id,
          letter: { kind: 'request', round: id, card: true },
          subject: id,
        })),
        now,
      ),
      ...files,
      record(db, {
        at: now,
        actor: ctx.actor.key,
        deed: 'round.open',
        subject: id,
        facts: {
          item: item.key,
          number: round.number,
          draft: terms.draftVersion,
          due: dueAt.toISOString(),
          ...(counted === undefined ? {} : { workingDays: counted.count }),
          asked: people.length,
        },
      }),
    ],
    rests: file.rests,
  }
}
