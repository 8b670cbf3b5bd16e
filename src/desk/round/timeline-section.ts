import type { Context } from '../../context.ts'
import { Position } from '../../contract/intent.ts'
import type { Section, Way } from '../../contract/page.ts'
import type { Place } from '../../contract/place.ts'
import { ruleOf } from '../../nudges/cards/reminder-names.ts'
import { logWords } from './log-words.ts'
import type { Details, Version } from './read-details.ts'
import type { LogLine, NudgeGroup } from './read-events.ts'

type RoundPlace = Extract<Place, { page: 'round' }>
type Entry = { readonly at: Date; readonly text: string; readonly small?: string }

/** Events a page of the timeline. */
export const eventsAtOnce = 30

/** What happened, the newest first, a page at a time; whose opinion came when, for whoever may know. */
export function timelineSection(
  ctx: Context,
  place: RoundPlace,
  read: {
    readonly log: readonly LogLine[]
    readonly nudges: readonly NudgeGroup[]
    readonly details: Details | undefined
    readonly nameOf: (id: string) => string | undefined
  },
): Section {
  const { texts: t, zone } = ctx
  const { log, nudges, details, nameOf } = read
  const skipped = place.past ?? 0
  const entries: readonly Entry[] = [
    ...log.flatMap((line) => logWords(ctx, line, nameOf)),
    ...nudges.map((group) => nudgeWords(ctx, group, nameOf)),
    ...(details?.versions ?? []).map((version) => answerWords(ctx, version, nameOf)),
  ].toSorted((a, b) => b.at.getTime() - a.at.getTime())
  const shown = entries.slice(skipped, skipped + eventsAtOnce)
  const at = (label: string, past: number): Way => {
    const { past: _, ...here } = place
    return { label, place: past === 0 ? here : { ...here, past } }
  }
  const ways = [
    ...(skipped > 0 ? [at(t.desk.round.newer, Math.max(0, skipped - eventsAtOnce))] : []),
    ...(entries.length > skipped + eventsAtOnce ? [at(t.desk.round.older, skipped + eventsAtOnce)] : []),
  ]
  return {
    id: 'timeline',
    title: t.desk.round.timeline,
    parts: [
      shown.length === 0
        ? { kind: 'text', text: t.desk.round.noEvents, tone: 'subtle' }
        : {
            kind: 'timeline',
            entries: shown.map(({ at: moment, ...words }) => ({ ...words, at: t.moment(moment, zone) })),
          },
      ...(ways.length === 0 ? [] : [{ kind: 'ways', ways } as const]),
    ],
  }
}

function nudgeWords(ctx: Context, group: NudgeGroup, nameOf: (id: string) => string | undefined): Entry {
  const words = ctx.texts.desk.round.events
  return {
    at: group.at,
    text: words.reminded(group.count, ruleOf(ctx, group, nameOf)),
    ...(group.lost === 0 ? {} : { small: words.lost(group.lost) }),
  }
}

function answerWords({ texts: t }: Context, one: Version, nameOf: (id: string) => string | undefined): Entry {
  const words = t.desk.round.events
  const who = nameOf(one.personId) ?? one.personId
  const position = t.positions[Position.parse(one.position)]
  return {
    at: one.at,
    text:
      one.recordedSource !== null
        ? words.recorded(who, position)
        : one.version > 1
          ? words.answeredAnew(who, position, one.version)
          : words.answered(who, position),
    ...(one.late ? { small: t.opinion.late } : {}),
  }
}
