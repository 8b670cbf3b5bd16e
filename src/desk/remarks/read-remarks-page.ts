import type { Context } from '../../context.ts'
import type { Button } from '../../contract/message.ts'
import type { Pill, Section, Tab, Way } from '../../contract/page.ts'
import type { Place } from '../../contract/place.ts'
import { mayReadOthers } from '../../opinions/answering/read-opinion.ts'
import {
  type AnsweredRemark,
  isDraft,
  isObjected,
  isOpen,
  isUntold,
  progressOf,
  readAnswered,
} from '../../opinions/remarks/answers/answered-remarks.ts'
import { mayAnswer } from '../../opinions/remarks/answers/may-answer.ts'
import { sectionHeading, sectionKey } from '../../opinions/remarks/sections.ts'
import { phase } from '../../opinions/rounds/phase.ts'
import { loadRound, type Round, titleOf } from '../../opinions/rounds/rounds.ts'
import type { PageBody } from '../page-body.ts'
import { answeringPart } from './answering-part.ts'
import { draftText } from './draft-text.ts'
import { outlineSection } from './outline-section.ts'
import { ownRemarksPage } from './own-remarks-page.ts'
import type { RemarksPlace } from './remarks-place.ts'

/** Rows a page: with their words some 100 KB. */
const perPage = 100
/** Characters of a provision under which all its remarks are shown. */
const provisionLength = 4_000

const shows = {
  open: isOpen,
  objected: isObjected,
  drafts: isDraft,
  settled: (one: AnsweredRemark) => !isOpen(one) && !isDraft(one),
}

/**
 * The remarks of a round in the order of its draft, to be answered by the agency that drafts it and read by coordinators;
 * to others what was said of their own remarks. There is no such page for who has none there.
 */
export async function readRemarksPage(ctx: Context, place: RemarksPlace): Promise<PageBody | undefined> {
  const round = await loadRound(ctx, place.round)
  if (!mayReadOthers(ctx, round)) return await ownRemarksPage(ctx, round)
  const { texts: t } = ctx
  const [all, draft] = await Promise.all([readAnswered(ctx, round), draftText(ctx, round)])
  const here = place.section === undefined ? all : all.filter((one) => sectionKey(one) === place.section)
  const { show } = place
  const listed = show === undefined ? here : here.filter(shows[show])
  const from = Math.min(place.from ?? 0, Math.max(0, Math.floor((listed.length - 1) / perPage) * perPage))
  const shown = place.remark === undefined ? listed.slice(from, from + perPage) : withAlike(all, place.remark)
  const { remarks: count, open, objected } = progressOf(all)
  const [first] = here
  const text = place.section === undefined ? undefined : draft.of(place.section, provisionLength)
  return {
    under: 'rounds',
    title: t.answers.title(titleOf(round.item, ctx)),
    trail: [],
    lead: [
      { text: t.desk.remarks.answered(count - open, count), tone: 'strong' },
      ...(objected === 0 ? [] : [{ text: t.desk.remarks.objections(objected), tone: 'warning' } as const]),
      ...dueOf(ctx, round, open),
    ],
    buttons: pageButtons(ctx, round, all),
    main: [
      {
        id: 'remarks',
        title: place.section === undefined || first === undefined ? t.desk.remarks.every : sectionHeading(first, t),
        ...(place.section === undefined
          ? {}
          : { ways: [{ label: t.desk.remarks.every, place: { page: 'remarks', round: round.id } }] satisfies Way[] }),
        tabs: tabsOf(ctx, place, here),
        parts: [
          ...(text === undefined ? [] : [{ kind: 'quote', text, by: t.answers.provisionText } as const]),
          await answeringPart(ctx, round, shown, {
            ...{ draft, headings: place.section === undefined, some: place.remark !== undefined },
          }),
          ...turnsOf(ctx, place, { from, count: listed.length }),
        ],
      },
    ],
    aside: [outlineSection(ctx, place, all, draft)],
  } satisfies PageBody & { main: Section[] }
}

/** Until when the answers are due, set apart while some are missing. */
const dueOf = ({ texts: t, zone }: Context, { answersDueAt }: Round, open: number): readonly Pill[] =>
  answersDueAt === null
    ? []
    : [
        {
          text: t.desk.remarks.due(t.deadline(answersDueAt, zone)),
          tone: open > 0 ? ('warning' as const) : ('plain' as const),
        },
      ]

/** A remark with those that share its answer. */
function withAlike(all: readonly AnsweredRemark[], key: string): readonly AnsweredRemark[] {
  const one = all.find((each) => each.key === key)
  if (one === undefined) return []
  const alike = new Set(one.alike.map(({ id }) => id))
  return all.filter((each) => each === one || alike.has(each.id))
}

function pageButtons(ctx: Context, round: Round, all: readonly AnsweredRemark[]): readonly Button[] {
  const { texts: t, actor } = ctx
  const { drafts } = progressOf(all)
  const closed = phase(round, ctx.now) === 'closed'
  return [
    ...(mayAnswer(ctx, round) && drafts > 0
      ? [
          {
            label: t.answers.settle(drafts),
            style: 'primary',
            intent: { kind: 'answer.check', round: round.id },
          } as const,
        ]
      : []),
    ...(actor.roles.has('coordinator') && closed && all.some(isUntold)
      ? [
          {
            label: t.answers.publish.button,
            style: 'primary',
            intent: { kind: 'answer.publish.form', round: round.id },
          } as const,
        ]
      : []),
    ...(actor.roles.has('coordinator') && closed
      ? [{ label: t.answers.due.button, intent: { kind: 'answer.due.form', round: round.id } } as const]
      : []),
    ...(actor.roles.has('coordinator') && all.length > 0
      ? [{ label: t.desk.remarks.group, intent: { kind: 'remark.group.form', round: round.id } } as const]
      : []),
    { label: t.desk.remarks.record, intent: { kind: 'record.export.form', round: round.id } },
  ]
}

function tabsOf({ texts: t }: Context, place: RemarksPlace, here: readonly AnsweredRemark[]): readonly Tab[] {
  const to = ({ round, section }: RemarksPlace, show?: RemarksPlace['show']): Place => ({
    page: 'remarks',
    round,
    ...(section === undefined ? {} : { section }),
    ...(show === undefined ? {} : { show }),
  })
  const count = (show: keyof typeof shows) => here.filter(shows[show]).length
  const tab = (show: keyof typeof shows): Tab => ({
    label: t.desk.remarks.tabs[show],
    place: to(place, show),
    current: place.show === show,
    count: count(show),
  })
  return [
    { label: t.desk.remarks.tabs.all, place: to(place), current: place.show === undefined, count: here.length },
    tab('open'),
    // Rare: it stands here while somebody found an answer not enough.
    ...(count('objected') > 0 || place.show === 'objected' ? [tab('objected')] : []),
    tab('drafts'),
    tab('settled'),
  ]
}

function turnsOf(
  { texts: t }: Context,
  place: RemarksPlace,
  { from, count }: { readonly from: number; readonly count: number },
) {
  if (count <= perPage || place.remark !== undefined) return []
  const last = Math.min(count, from + perPage)
  return [
    { kind: 'text', text: t.desk.remarks.range(from + 1, last, count), tone: 'subtle' } as const,
    {
      kind: 'ways',
      ways: [
        ...(from > 0 ? [{ label: t.buttons.previousPage, place: { ...place, from: from - perPage } }] : []),
        ...(last < count ? [{ label: t.buttons.nextPage, place: { ...place, from: last } }] : []),
      ],
    } as const,
  ]
}
