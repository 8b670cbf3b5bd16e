import type { Context } from '../../context.ts'
import type { Place } from '../../contract/place.ts'
import { mayRead } from '../../documents/drafts/draft-rights.ts'
import { mayReadOthers } from '../../opinions/answering/read-opinion.ts'
import { readBoard } from '../../opinions/boards/read-board.ts'
import { countAnswered } from '../../opinions/known-remarks/count-answered.ts'
import { phase } from '../../opinions/rounds/phase.ts'
import { loadRound, type Round } from '../../opinions/rounds/rounds.ts'
import type { PageBody } from '../page-body.ts'
import { answersChart } from './answers-chart.ts'
import { documentsSection, draftFile, opinionFiles } from './documents-section.ts'
import { namesOn } from './names-on.ts'
import { ownButtons, ownSection, readOwn } from './own-section.ts'
import { peopleSection } from './people-section.ts'
import { type Details, readDetails } from './read-details.ts'
import { readLog, readNudgeGroups } from './read-events.ts'
import { remarksSection } from './remarks-section.ts'
import { roundDeeds } from './round-deeds.ts'
import { aboutSection, headOf, itemOf } from './round-head.ts'
import { standingSection } from './standing-section.ts'
import { eventsAtOnce, timelineSection } from './timeline-section.ts'

type RoundPlace = Extract<Place, { page: 'round' }>

/**
 * One round: what is asked and until when, where it stands, and what can be done about it. Everybody gets what a board says to everybody,
 * and their own answer; who answered what, coordinators, and the drafting agency once it has closed; what became of messages,
 * coordinators alone. Refuses a round that there is not.
 */
export async function readRound(ctx: Context, place: RoundPlace): Promise<PageBody> {
  const round = await loadRound(ctx, place.round)
  const others = mayReadOthers(ctx, round)
  const [item, details, events] = await Promise.all([
    itemOf(ctx, round),
    others ? readDetails(ctx, round) : undefined,
    readEvents(ctx, round, place, others),
  ])
  const board = details?.board ?? (await readBoard(ctx, round))
  const [own, more, aboutDraft] = await Promise.all([
    readOwn(ctx, round, board),
    details === undefined ? undefined : readMore(ctx, round, details, events),
    readDraft(ctx, round),
  ])
  const deeds = roundDeeds(ctx, round, board)
  const nameOf = more?.nameOf ?? (() => undefined)
  const answering = ownButtons(ctx, round, board, own)
  const chart = details === undefined ? {} : { chart: answersChart(ctx, round, item, details) }
  const standing = standingSection(ctx, round, board, { ...(details && { reach: details.reach }), ...chart })
  const documents = documentsSection(ctx, round, {
    ...aboutDraft,
    ...{ files: more?.files ?? [], record: deeds.record, nameOf },
  })
  return {
    ...headOf(ctx, round, item.quarter),
    ways: deeds.ways,
    buttons: inOrder(answering, deeds.head),
    main: [
      ...ownSection(ctx, round, board, own),
      standing,
      ...(details === undefined ? [] : [peopleSection(ctx, round, details, place, nameOf)]),
    ],
    aside: [
      aboutSection(ctx, round, aboutDraft.draft),
      ...documents,
      ...(details === undefined ? [] : [remarksSection(ctx, round, details, more?.answering, deeds.remarks)]),
      ...deeds.rest,
      timelineSection(ctx, place, { ...events, details, nameOf }),
    ],
  }
}

/** One press stands out: one's own answer where that is waited for. */
function inOrder(own: PageBody['buttons'], deeds: PageBody['buttons']): PageBody['buttons'] {
  if (!own.some(({ style }) => style === 'primary')) return [...deeds, ...own]
  return [...own, ...deeds.map(({ style: _, ...button }) => button)]
}

/** As many events as the page shows or has passed over, and one more, which says that there are more. */
async function readEvents(ctx: Context, round: Round, place: RoundPlace, others: boolean) {
  const take = (place.past ?? 0) + eventsAtOnce + 1
  const [log, nudges] = await Promise.all([
    readLog(ctx, round.id, { others, take }),
    ctx.actor.roles.has('coordinator') ? readNudgeGroups(ctx, round.id, take) : [],
  ])
  return { log, nudges }
}

type Events = Awaited<ReturnType<typeof readEvents>>

/** What is beside who stands where: files, names, and once the round has closed how far the remarks are answered. */
async function readMore(ctx: Context, round: Round, details: Details, { log, nudges }: Events) {
  const [files, answering, nameOf] = await Promise.all([
    opinionFiles(ctx, details),
    phase(round, ctx.now) === 'closed' ? countAnswered(ctx, round.id) : undefined,
    namesOn(ctx, details, {
      ids: nudges.map(({ byId }) => byId),
      keys: log.flatMap(({ actor, facts }) => [actor, facts['from'], facts['to']]),
    }),
  ])
  return { files, answering, nameOf }
}

async function readDraft(ctx: Context, round: Round) {
  const mine = await mayRead(ctx, { id: round.itemId, draftingAgency: round.item.draftingAgency })
  return { mayReadDraft: mine, draft: mine ? await draftFile(ctx, round) : undefined }
}
