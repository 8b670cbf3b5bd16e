import type { Context } from '../../../context.ts'
import type { Block, Message } from '../../../contract/message.ts'
import { pageOf, pageTurns } from '../../../conversation/pages.ts'
import { keyOf } from '../../known-remarks/fingerprint.ts'
import { type Round, titleOf } from '../../rounds/rounds.ts'
import { excerpt } from '../../words.ts'
import type { Remark } from '../read-remarks.ts'
import { fewest, type StandingGroup } from '../remark-groups.ts'
import { canGroup, type Section, sectionHeading, sectionKey, sectionsOf } from '../sections.ts'
import { type ArticleStart, articleJumps } from './article-jumps.ts'
import { groupingButton } from './group-form.ts'

/** Rows of the record a page: with their headings and buttons, what a message of Slack holds. */
const perPage = 6
/** Remarks of a group that are shown, and characters of each. */
const mostShown = 8
const length = { single: 400, grouped: 200, bodies: 300, provision: 80 }

export type Listed = {
  readonly remarks: readonly Remark[]
  readonly groups: readonly StandingGroup<Remark>[]
  /** Whom the record calls the authors of remarks that are gone, by the person's id. */
  readonly bodies: ReadonlyMap<string, string>
}

/** One row as the record will have it; one without `remark` is a group of which nothing is left. */
type Entry = { readonly remark?: Remark; readonly group?: StandingGroup<Remark>; readonly number?: number }

/** The remarks of a round by article, as the record will have them; to a coordinator with what can be put together and
 * apart, each with its row. */
export function remarksCard(
  ctx: Context,
  round: Round,
  listed: Listed,
  shown: { readonly page?: number; readonly section?: string; readonly said?: string },
): Message {
  const { texts: t } = ctx
  const entries = entriesOf(listed)
  const first = entries.findIndex(({ remark }) => remark !== undefined && sectionKey(remark) === shown.section)
  const wanted = shown.section === undefined ? shown.page : Math.max(0, Math.floor(first / perPage))
  const { shown: onPage, at, of } = pageOf(entries, perPage, wanted)
  const title = t.remarks.title(titleOf(round.item, ctx))
  const sections = ctx.actor.roles.has('coordinator') ? sectionsOf(listed.remarks, listed.groups, t) : []
  const rows = onPage.flatMap((entry, place): readonly Block[] => [
    ...headingOf(ctx, round, sections, entry, onPage[place - 1]),
    ...entryBlocks(ctx, entry, listed.bodies),
  ])
  const said = shown.said === undefined ? [] : [{ kind: 'text', text: shown.said, tone: 'strong' } as const]
  const counted = t.remarks.counted(listed.remarks.length, listed.groups.length)
  return {
    text: shown.said ?? `${title}: ${counted}`,
    title,
    blocks: [
      ...said,
      { kind: 'text', text: entries.length === 0 ? t.remarks.none : counted, tone: 'subtle' },
      ...rows,
      ...pageTurns(t, { at, of }, (page) => ({ kind: 'remark.list', round: round.id, page })),
      ...articleJumps(ctx, startsOf(ctx, entries), at, round.id),
      { kind: 'buttons', buttons: [{ label: t.buttons.back, intent: { kind: 'board.show', round: round.id } }] },
    ],
  }
}

/** Groups stand where the first of their remarks stands, those of which nothing is left at the end. */
function entriesOf({ remarks, groups }: Listed): readonly Entry[] {
  const numbers = new Map(groups.map((group, place) => [group, place + 1]))
  const groupOf = new Map(groups.flatMap((group) => group.remarks.map((remark) => [keyOf(remark), group] as const)))
  const entry = (group: StandingGroup<Remark>) => ({ group, number: numbers.get(group) ?? 0 })
  const done = new Set<StandingGroup<Remark>>()
  const rows = remarks.flatMap((remark): readonly Entry[] => {
    const group = groupOf.get(keyOf(remark))
    if (group === undefined) return [{ remark }]
    if (done.has(group)) return []
    done.add(group)
    return [{ remark, ...entry(group) }]
  })
  return [...rows, ...groups.filter((group) => group.remarks.length === 0).map(entry)]
}

/** Where each article begins in the list. */
function startsOf({ texts }: Context, entries: readonly Entry[]): readonly ArticleStart[] {
  const starts = new Map<string, ArticleStart>()
  for (const [place, { remark }] of entries.entries()) {
    if (remark === undefined || starts.has(sectionKey(remark))) continue
    starts.set(sectionKey(remark), { heading: sectionHeading(remark, texts), page: Math.floor(place / perPage) })
  }
  return [...starts.values()]
}

/** Where an article begins on the page: its heading, with the way to put its remarks together. */
function headingOf(
  { texts: t }: Context,
  round: Round,
  sections: readonly Section[],
  { remark }: Entry,
  before: Entry | undefined,
): readonly Block[] {
  if (remark === undefined) return []
  const key = sectionKey(remark)
  if (before?.remark !== undefined && sectionKey(before.remark) === key) return []
  const heading = sectionHeading(remark, t)
  const section = sections.find((one) => one.key === key)
  const buttons =
    section === undefined || !canGroup(section) ? [] : [groupingButton(round, section, () => t.remarks.form.title)]
  return [{ kind: 'text', text: heading, tone: 'strong', own: { row: excerpt(heading, length.provision), buttons } }]
}

function entryBlocks(ctx: Context, entry: Entry, bodies: Listed['bodies']): readonly Block[] {
  const { texts: t } = ctx
  const { remark, group, number = 0 } = entry
  const says = (one: Remark, most: number) =>
    excerpt(one.proposal === null ? one.words : `${one.words}\n${t.opinion.proposal}: ${one.proposal}`, most)
  if (group === undefined)
    return remark === undefined
      ? []
      : [{ kind: 'quote', text: says(remark, length.single), by: [remark.body, ...provisionOf(remark)].join(', ') }]
  const listed = (names: readonly string[]) => excerpt([...new Set(names)].join(', '), length.bodies)
  const items = group.remarks
    .slice(0, mostShown)
    .map((one) => `${[one.body, ...provisionOf(one)].join(', ')}: ${says(one, length.grouped).replace(/\s+/gu, ' ')}`)
  const more = group.remarks.length - items.length
  const gone = listed(group.gone.map(({ personId }) => bodies.get(personId) ?? ''))
  const warnings = [
    ...(group.gone.length === 0 ? [] : [t.remarks.gone(gone)]),
    ...(group.remarks.length < fewest ? [t.remarks.tooFew] : []),
  ]
  const coordinates = ctx.actor.roles.has('coordinator')
  return [
    {
      kind: 'text',
      text: t.remarks.group(number, group.remarks.length, listed(group.remarks.map(({ body }) => body))),
      own: {
        row: t.remarks.groupName(number),
        buttons: coordinates ? [{ label: t.remarks.split, intent: { kind: 'remark.split', group: group.id } }] : [],
      },
    },
    ...(group.words === null
      ? []
      : [{ kind: 'quote', text: excerpt(group.words, length.single), by: t.remarks.common } as const]),
    ...(items.length === 0
      ? []
      : [{ kind: 'list', items: more > 0 ? [...items, t.remarks.more(more)] : items } as const]),
    ...(coordinates && warnings.length > 0
      ? [{ kind: 'text', text: warnings.join(' '), tone: 'warning' } as const]
      : []),
  ]
}

const provisionOf = ({ provision }: Remark): readonly string[] =>
  provision === null ? [] : [excerpt(provision, length.provision)]
