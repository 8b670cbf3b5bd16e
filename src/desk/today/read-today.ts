import { quarterEnd, quarterOf } from '../../calendar/quarters.ts'
import { workingDaysBetween } from '../../calendar/working-days.ts'
import { dayIn } from '../../calendar/zoned.ts'
import type { Context } from '../../context.ts'
import type { Section } from '../../contract/page.ts'
import { readDigest } from '../../nudges/digest/read-digest.ts'
import type { PageBody } from '../page-body.ts'
import { askInWords } from './ask-in-words.ts'
import { openRoundsSection } from './open-rounds.ts'
import { ownVisits } from './own-visits.ts'
import { messagesSent, thisWeek } from './this-week.ts'
import { toAnswer } from './to-answer.ts'
import { toDecide } from './to-decide.ts'

/**
 * What waits for the reader and by when; for coordinators and the chair also what is to be decided, where the open rounds
 * stand, and what became of the messages of the last week.
 */
export async function readToday(ctx: Context): Promise<PageBody> {
  const { texts: t, actor, now, zone, calendar } = ctx
  const today = dayIn(now, zone)
  const quarter = quarterOf(today)
  const left = workingDaysBetween(calendar, today, quarterEnd(quarter))
  const whole = actor.roles.has('coordinator') || actor.roles.has('chair')
  const [answers, visits, overview] = await Promise.all([
    toAnswer(ctx),
    ownVisits(ctx),
    whole ? readWhole(ctx) : { main: [], aside: [] },
  ])
  const main = [...answers, ...overview.main, ...visits]
  return {
    under: 'today',
    title: t.dayWithWeekday(today),
    trail: [],
    lead: [{ text: t.desk.today.left(left, t.quarter(quarter)), tone: 'subtle' }],
    buttons: actor.roles.has('coordinator')
      ? [{ label: t.buttons.openRound, style: 'primary', intent: { kind: 'round.propose.form' } }]
      : [],
    main: main.length === 0 ? [nothing(ctx)] : main,
    aside: [...overview.aside, askInWords(ctx)],
  }
}

async function readWhole(ctx: Context): Promise<Pick<PageBody, 'main' | 'aside'>> {
  const digest = await readDigest(ctx)
  const [decide, rounds, sent] = await Promise.all([
    toDecide(ctx, digest),
    openRoundsSection(ctx, digest),
    messagesSent(ctx),
  ])
  return { main: [...decide, rounds], aside: [thisWeek(ctx, digest), sent] }
}

const nothing = ({ texts: { desk: t } }: Context): Section => ({
  id: 'nothing',
  title: t.today.nothingTitle,
  parts: [{ kind: 'text', text: t.today.nothing }],
})
