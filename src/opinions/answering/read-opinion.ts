import type { Context, Outcome, UseCase } from '../../context.ts'
import type { IntentOf } from '../../contract/intent.ts'
import { Position } from '../../contract/intent.ts'
import type { Block, Button, Item } from '../../contract/message.ts'
import { Refusal } from '../../contract/refusal.ts'
import { pageOf, pageTurns } from '../../conversation/pages.ts'
import { fileBlocks, fileGet, receiptFacts } from '../cards/opinion-content.ts'
import { isAnswering, phase, standing } from '../rounds/phase.ts'
import { loadRound, type Round, titleOf } from '../rounds/rounds.ts'
import { waitingRounds } from '../rounds/waiting-rounds.ts'
import { formerIn } from '../rounds/who-counts.ts'
import { pages } from '../words.ts'
import { actingSeat, forWhom } from './acting.ts'
import { showOpinionCard } from './edit-opinion.ts'
import type { Comment, Content } from './seat.ts'

/** Characters of an opinion a page shows: fits every platform's card with room to spare. */
const pageLength = 6000

/** Versions with a button of their own: what a message of Slack holds of them. */
const mostVersions = 20

/** Rounds a page of one's own: a message of Slack holds no more of them with their buttons. */
const perPage = 8

/**
 * Every round I was asked in, a page at a time, with where I stand: first those that wait, then the newest. Of one item the
 * card of its round alone.
 */
export const listMyOpinions: UseCase<IntentOf<'opinion.list'>> = async (ctx, intent) => {
  const { texts: t, db, actor } = ctx
  const { item } = intent
  const of = item === undefined ? undefined : await askedOn(ctx, item)
  if (of !== undefined) return await showOpinionCard(ctx, { kind: 'opinion.show', round: of }, {})
  const [waiting, asked] = await Promise.all([
    waitingRounds(ctx),
    db.asked.findMany({
      where: { personId: actor.id },
      orderBy: [{ round: { openedAt: 'desc' } }, { roundId: 'asc' }],
      select: { roundId: true },
    }),
  ])
  const all = [...new Set([...waiting.map(({ id }) => id), ...asked.map((row) => row.roundId)])]
  const { shown: ids, at, of: pageCount } = pageOf(all, perPage, intent.page)
  const [opinions, drafts] = await Promise.all([
    db.opinion.findMany({ where: { personId: actor.id, roundId: { in: ids } }, orderBy: { version: 'asc' } }),
    db.opinionDraft.findMany({ where: { personId: actor.id, roundId: { in: ids } }, select: { roundId: true } }),
  ])
  const blocks: Block[] =
    item === undefined ? [] : [{ kind: 'text', text: t.opinion.notAskedOn(item), tone: 'warning' }]
  for (const id of ids) {
    const round = await loadRound(ctx, id)
    const left = (await formerIn(ctx, round)).has(actor.id)
    const mine = opinions.findLast((opinion) => opinion.roundId === id)
    const said =
      mine === undefined
        ? t.standings[standing(round, undefined, ctx.now, left)]
        : `${t.positions[Position.parse(mine.position)]}, ${t.moment(mine.at, ctx.zone)}, ${mine.receipt}${mine.late ? ` (${t.opinion.late})` : ''}`
    const begun = drafts.some((draft) => draft.roundId === id) ? `; ${t.opinion.draftWaiting}` : ''
    const due = `${t.board.phase[phase(round, ctx.now)]}, ${t.home.due(t.deadline(round.dueAt, ctx.zone))}`
    blocks.push(
      { kind: 'text', text: `${titleOf(round.item, ctx)} (${t.round.number(round.number)})`, tone: 'strong' },
      {
        kind: 'text',
        text: `${said}${begun}`,
        own: {
          row: round.item.key,
          buttons: [{ label: t.buttons.openMine, intent: { kind: 'opinion.show', round: id } }],
        },
      },
      { kind: 'text', text: due, tone: 'subtle' },
    )
  }
  if (ids.length === 0) blocks.push({ kind: 'text', text: t.opinion.noneAsked })
  blocks.push(...pageTurns(t, { at, of: pageCount }, (page) => ({ kind: 'opinion.list', page })))
  const replaces = intent.page === undefined ? {} : { replaces: true as const }
  return { reply: { kind: 'message', message: { text: t.opinion.mine, title: t.opinion.mine, blocks }, ...replaces } }
}

/** The item's round in which I was asked: the one that takes answers, else the latest. */
async function askedOn({ db, actor }: Context, item: string): Promise<string | undefined> {
  const rows = await db.asked.findMany({
    where: { personId: actor.id, round: { item: { key: item } } },
    orderBy: { round: { number: 'desc' } },
    select: { roundId: true, round: { select: { liveKey: true } } },
  })
  return (rows.find(({ round }) => round.liveKey !== null) ?? rows[0])?.roundId
}

/** Every version of an opinion, the current one first. Own opinions, and those that `mayRead` allows. */
export const listVersions: UseCase<IntentOf<'version.list'>> = async (ctx, intent) => {
  const { texts: t } = ctx
  const { round, person, name } = await readable(ctx, intent)
  const versions = await ctx.db.opinion.findMany({
    where: { roundId: round.id, personId: person },
    orderBy: { version: 'desc' },
  })
  if (versions.length === 0) throw new Refusal('no-opinion-yet')
  const title = titleOf(round.item, ctx)
  const whose = person === ctx.actor.id ? {} : { person }
  const heading = name === undefined ? t.opinion.history(title) : t.opinion.historyOf(name, title)
  const items = versions.map(({ version, position, at, late, receipt }, place): Item => {
    const parts = [
      `${t.opinion.versionNo(version)}${place === 0 ? ` (${t.opinion.current})` : ''}`,
      t.positions[Position.parse(position)],
      t.moment(at, ctx.zone) + (late ? ` (${t.opinion.late})` : ''),
      receipt,
    ]
    const read: Button = { label: t.buttons.read, intent: { kind: 'version.read', round: round.id, version, ...whose } }
    const text = parts.join('; ')
    return place < mostVersions ? { text, own: { row: t.opinion.versionNo(version), buttons: [read] } } : text
  })
  const blocks: readonly Block[] = [{ kind: 'list', items }]
  return { reply: { kind: 'message', message: { text: heading, title: heading, blocks } } }
}

/** One version in full, page by page; or one's own draft, which stays readable after the end, to be copied. */
export const readOpinion: UseCase<IntentOf<'version.read'>> = async (ctx, intent) => {
  const { texts: t } = ctx
  if (intent.draft === true) return await readDraft(ctx, intent)
  const { round, person, name, seen } = await readable(ctx, intent)
  const row = await ctx.db.opinion.findFirst({
    where: {
      roundId: round.id,
      personId: person,
      ...(intent.version === undefined ? {} : { version: intent.version }),
    },
    orderBy: { version: 'desc' },
    include: { comments: { orderBy: { place: 'asc' } }, files: { orderBy: { place: 'asc' } } },
  })
  if (row === null) throw new Refusal(intent.version === undefined ? 'no-opinion-yet' : 'no-such-version')
  if (seen !== undefined && seen.opinion?.version !== row.version) throw new Refusal('no-such-version')
  const opinion = { ...row, position: Position.parse(row.position) }
  const leaves = leavesOf(ctx, opinion)
  const at = Math.min(intent.page ?? 0, leaves.length - 1)
  const whose = seen !== undefined ? forWhom(seen) : person === ctx.actor.id ? {} : { person }
  const turn = (label: string, page: number): Button => ({
    label,
    intent: { kind: 'version.read', round: round.id, version: row.version, page, ...whose },
  })
  const buttons: readonly Button[] = [
    ...(at > 0 ? [turn(t.buttons.previousPage, at - 1)] : []),
    ...(at < leaves.length - 1 ? [turn(t.buttons.nextPage, at + 1)] : []),
    ...(seen === undefined
      ? [{ label: t.buttons.history, intent: { kind: 'version.list', round: round.id, ...whose } } as const]
      : []),
    person === ctx.actor.id || seen !== undefined
      ? { label: t.buttons.back, intent: { kind: 'opinion.show', round: round.id, ...whose } }
      : {
          label: t.buttons.back,
          intent: { kind: 'board.show', round: round.id, show: row.late ? 'late' : 'answered' },
        },
  ]
  const title = name === undefined ? titleOf(round.item, ctx) : `${name}: ${titleOf(round.item, ctx)}`
  return {
    reply: {
      kind: 'message',
      message: {
        text: `${title}, ${t.opinion.versionNo(row.version)}`,
        title,
        blocks: [
          {
            kind: 'facts',
            facts: receiptFacts(ctx, opinion, await sentFor(ctx, opinion.sentById, name ?? ctx.actor.name)),
          },
          { kind: 'quote', text: leaves[at] ?? '' },
          ...(leaves.length > 1
            ? [{ kind: 'text', text: t.page(at + 1, leaves.length), tone: 'subtle' } as const]
            : []),
          ...fileBlocks(
            ctx,
            opinion.files,
            fileGet(ctx, { round: round.id, ...(person === ctx.actor.id ? {} : { person }) }),
          ),
          { kind: 'buttons', buttons },
        ],
      },
    },
  }
}

async function readDraft(ctx: Context, intent: IntentOf<'version.read'>): Promise<Outcome> {
  const { texts: t } = ctx
  const { seat } = await actingSeat(ctx, intent, 'see')
  const { round, draft } = seat
  if (draft === undefined) throw new Refusal('nothing-to-send')
  const leaves = leavesOf(ctx, draft)
  const at = Math.min(intent.page ?? 0, leaves.length - 1)
  const turn = (label: string, page: number): Button => ({
    label,
    intent: { kind: 'version.read', round: round.id, draft: true, page, ...forWhom(seat) },
  })
  const position = draft.position === undefined ? '–' : t.positions[draft.position]
  const title = `${t.opinion.draftTitle}: ${titleOf(round.item, ctx)}`
  const blocks: readonly Block[] = [
    { kind: 'facts', facts: [{ label: t.opinion.position, value: position }] },
    { kind: 'quote', text: leaves[at] ?? '' },
    ...(leaves.length > 1 ? [{ kind: 'text', text: t.page(at + 1, leaves.length), tone: 'subtle' } as const] : []),
    ...fileBlocks(ctx, draft.files),
    {
      kind: 'buttons',
      buttons: [
        ...(at > 0 ? [turn(t.buttons.previousPage, at - 1)] : []),
        ...(at < leaves.length - 1 ? [turn(t.buttons.nextPage, at + 1)] : []),
        { label: t.buttons.back, intent: { kind: 'opinion.show', round: round.id, ...forWhom(seat) } },
      ],
    },
  ]
  return { reply: { kind: 'message', message: { text: title, title, blocks } } }
}

/** The names to say of an opinion that a delegate sent: whose it is, and who sent it. */
async function sentFor({ db }: Context, sentById: string | null, of: string) {
  if (sentById === null) return undefined
  const sender = await db.person.findUnique({ where: { id: sentById }, select: { name: true } })
  return { of, by: sender?.name ?? sentById }
}

/** Everything somebody wrote, as one text, cut into pages. */
function leavesOf(
  { texts: t }: Context,
  content: Pick<Content, 'body'> & { comments: readonly Omit<Comment, 'id' | 'place'>[] },
) {
  const parts = [
    ...(content.body === '' ? [] : [content.body]),
    ...content.comments.map((comment) =>
      [
        `${comment.provision}:`,
        comment.remark,
        ...(comment.proposal === null ? [] : [`${t.opinion.proposal}: ${comment.proposal}`]),
      ].join('\n'),
    ),
  ]
  return pages(parts.length === 0 ? t.opinion.noWords : parts.join('\n\n'), pageLength)
}

/**
 * Whose opinion may be read: one's own; everybody's by coordinators; and once the round has closed, or from its opening on
 * where it says so, everybody's by the agency that drafts the item. A delegate reads the current opinion in the seat they
 * act in. Opinions are confidential by default.
 */
async function readable(
  ctx: Context,
  intent: { round: string; person?: string | undefined; for?: string | undefined },
) {
  if (intent.for !== undefined && intent.for !== ctx.actor.id) {
    const { seat, personId } = await actingSeat(ctx, intent, 'see')
    return { round: seat.round, person: personId, name: seat.holder?.name, seen: seat }
  }
  const round = await loadRound(ctx, intent.round)
  const person = intent.person ?? ctx.actor.id
  if (person === ctx.actor.id) return { round, person, name: undefined, seen: undefined }
  if (!mayReadOthers(ctx, round)) throw new Refusal('not-allowed')
  const other = await ctx.db.person.findUnique({ where: { id: person }, select: { name: true } })
  if (other === null) throw new Refusal('no-such-person', { person })
  return { round, person, name: other.name, seen: undefined }
}

/** Whether the actor may read what others wrote in this round. */
export function mayReadOthers(ctx: Pick<Context, 'actor' | 'now'>, round: Round): boolean {
  const { roles, organisation } = ctx.actor
  if (roles.has('coordinator')) return true
  const drafts = organisation !== null && organisation === round.item.draftingAgency
  return roles.has('drafter') && drafts && isAnswering(round, ctx.now)
}
