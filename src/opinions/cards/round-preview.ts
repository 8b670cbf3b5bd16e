import { derivedDeadline } from '../../calendar/derived-deadline.ts'
import type { Context } from '../../context.ts'
import type { Block, Message } from '../../contract/message.ts'
import { quoted } from '../../documents/intake/file-words.ts'
import { type Member, nameAndBody } from '../../people/members.ts'
import type { MemberInReach } from '../../people/reachable.ts'
import { deadlineAtOpening } from '../rounds/deadline-at-opening.ts'
import type { RoundTermsInput } from '../rounds/round-terms.ts'
import { titleOf, typeOf } from '../rounds/rounds.ts'
import { countedDays } from './counted-days.ts'
import { deadlineBlocks } from './deadline-block.ts'

type Item = {
  readonly key: string
  readonly type: string
  readonly typeEn: string | null
  readonly title: string
  readonly titleEn: string | null
  readonly quarter: string | null
}

/** How many names a preview lists one by one. */
const listed = 30

/**
 * Says exactly what opening would do: who is asked, when it closes, under which rules. Nothing has been sent. `file`: the
 * name of the kept draft that goes with the request.
 */
export function roundPreview(
  ctx: Context,
  item: Item,
  terms: RoundTermsInput,
  people: readonly MemberInReach[],
  proposal: { readonly id: string; readonly revision: number },
  file: string | undefined,
): Message {
  const { texts: t } = ctx
  const { dueAt: due, counted } = deadlineAtOpening(ctx, terms)
  const derived = derivedDeadline(ctx.calendar, ctx.zone, item.quarter)?.getTime() === due.getTime()
  const origin =
    counted === undefined ? (derived ? [t.round.closesDerived] : []) : [t.workingDays.fromOpening(counted.count)]
  const closes = [t.deadline(due, ctx.zone), ...origin].join('; ')
  const counting =
    counted === undefined ? [] : [...countedDays(ctx, counted), t.workingDays.ifOpenedToday(t.day(counted.opened))]
  const bases = terms.legalBases?.split('\n') ?? []
  const sent = [
    ...(file === undefined ? [] : [t.round.documentFile(quoted(t, file))]),
    ...(terms.draftUrl === null ? [] : [terms.draftUrl]),
  ]
  const unreached = people.filter((person) => !person.reachable)
  const facts = [
    { label: t.plan.key, value: item.key },
    { label: t.opinion.version, value: String(terms.draftVersion) },
    { label: t.round.documentLabel, value: sent.length === 0 ? t.round.noDocument : sent.join('; ') },
    { label: t.round.closes, value: closes },
    { label: t.round.late, value: terms.late === 'accept' ? t.round.lateAccept : t.round.lateRefuse },
    { label: t.round.answersFrom, value: terms.answersFrom === 'opening' ? t.round.fromOpening : t.round.fromClosing },
    {
      label: t.round.silence,
      value: terms.silence === 'deemed' ? `${t.round.silenceDeemed}: ${terms.silenceBasis ?? ''}` : t.round.silenceNone,
    },
    { label: t.round.positions, value: terms.positions.map((position) => t.positions[position]).join('; ') },
  ]
  return {
    text: t.round.previewSummary(titleOf(item, ctx)),
    title: t.round.preview,
    blocks: [
      { kind: 'text', text: t.round.title(typeOf(item, ctx), titleOf(item, ctx)), tone: 'strong' },
      { kind: 'facts', facts },
      ...(counting.length === 0 ? [] : [{ kind: 'text', text: counting.join(' '), tone: 'subtle' } as const]),
      ...(bases.length === 0
        ? []
        : ([
            { kind: 'text', text: t.workingDays.bases, tone: 'strong' },
            { kind: 'list', items: bases },
          ] as const)),
      ...deadlineBlocks(ctx, due, item),
      { kind: 'text', text: t.round.willAsk(people.length), tone: 'strong' },
      ...names(ctx, people),
      ...unreachedBlocks(ctx, unreached),
      {
        kind: 'buttons',
        buttons: [
          {
            label: t.buttons.open,
            style: 'primary',
            intent: { kind: 'round.open', proposal: proposal.id, revision: proposal.revision },
          },
          {
            label: t.buttons.editProposal,
            intent: { kind: 'round.propose.form', item: item.key, proposal: proposal.id },
          },
          { label: t.buttons.discardProposal, intent: { kind: 'round.discard', proposal: proposal.id } },
        ],
      },
    ],
  }
}

/** Those asked whom no message reaches, by name, and what to do; nothing where everybody has an account. */
export function unreachedBlocks(ctx: Context, unreached: readonly Member[]): readonly Block[] {
  const { texts: t } = ctx
  if (unreached.length === 0) return []
  return [
    { kind: 'text', text: t.round.unreachable(unreached.length), tone: 'warning' },
    ...names(ctx, unreached),
    { kind: 'text', text: t.round.unreachableNote, tone: 'subtle' },
  ]
}

function names({ texts: t }: Context, people: readonly Member[]): readonly Block[] {
  const items = people.slice(0, listed).map((person) => nameAndBody(t, person))
  const left = people.length - items.length
  return [{ kind: 'list', items: left > 0 ? [...items, t.round.others(left)] : items }]
}
