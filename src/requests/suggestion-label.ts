import type { Intent } from '../contract/intent.ts'
import { excerpt } from '../opinions/words.ts'
import type { Texts } from '../texts/texts.ts'
import type { Vocabulary } from '../understand/result.ts'

/** What buttons and forms alone lead to; no sentence does. */
export const BY_PRESS = [
  'board.show',
  'round.propose',
  'round.preview',
  'round.open',
  'round.discard',
  'round.change',
  'opinion.show',
  'opinion.save.form',
  'opinion.save',
  'comment.save.form',
  'comment.save',
  'opinion.keep',
  'comment.keep',
  'comment.remove',
  'opinion.submit',
  'opinion.discard',
  'version.list',
  'version.read',
  'draft.check.form',
  'draft.check',
  'draft.keep',
  'file.discard',
  'draft.show',
  'draft.get',
  'provision.show',
  'attachment.save.form',
  'attachment.save',
  'attachment.get',
  'attachment.remove',
  'record.save',
  'record.export.form',
  'remark.group',
  'remark.split',
  'answer.show',
  'answer.save.form',
  'answer.save',
  'remark.part.form',
  'remark.part',
  'remark.join',
  'remark.answer.form',
  'remark.answer',
  'answer.undo',
  'answer.check',
  'answer.settle',
  'answer.return.form',
  'answer.return',
  'answer.object.form',
  'answer.object',
  'answer.due',
  'answer.publish.form',
  'answer.publish',
  'nudge.snooze',
  'ladder.save.form',
  'ladder.save',
  'reminder.send',
  'leave.save',
  'leave.end',
  'delegation.save',
  'delegation.end',
  'draft.approve',
  'rehearsal.show',
  'visit.check',
  'visit.save',
  'visit.cancel',
  'visit.confirm',
  'visit.report',
  'move.ask',
  'move.accept',
  'move.refuse.form',
  'move.refuse',
  'move.withdraw',
  'duty.save',
  'duty.end.form',
  'duty.end',
  'calendar.make',
  'calendar.revoke',
  'access.make.form',
  'access.make',
  'page.open',
] as const satisfies readonly Intent['kind'][]

/** What a sentence may lead to. */
export type SaidIntent = Exclude<Intent, { readonly kind: (typeof BY_PRESS)[number] }>

const byPress: ReadonlySet<string> = new Set(BY_PRESS)
export const isSaid = (intent: Intent): intent is SaidIntent => !byPress.has(intent.kind)

/** Slack takes no more on a button. */
const longest = 75
/** Of one name, one reason: several may have to stand on one button. */
const longestName = 40

type Names = Pick<Vocabulary, 'units' | 'teams'>

/**
 * What stands on the button of an intent that a sentence led to: exactly what the press will do, with everything that was
 * said for it. `asked`: how many people the round that it ends asks, where that is known. One without words of its own
 * does not compile.
 */
export function suggestionLabel(t: Texts, intent: SaidIntent, names: Names, asked?: number): string {
  const parts = partsOf(t, intent, calledIn(t, names))
  const ends = intent.kind === 'round.change.form' && (intent.change === 'close' || intent.change === 'withdraw')
  const concerned = ends && asked !== undefined ? [t.labels.asked(asked)] : []
  const [head, ...details] = parts.filter((part) => part !== undefined)
  return excerpt([head ?? '', ...concerned, ...details].join(', ').replace(/\s+/gu, ' '), longest)
}

/** The names as the label's language calls them. */
const calledIn = (t: Texts, { units, teams }: Names): Names => ({
  units: units.map((unit) => ({ ...unit, name: t.called(unit.name) })),
  teams: teams.map((team) => ({ ...team, name: t.called(team.name) })),
})

/** What it does first, then what was said for it. */
function partsOf(t: Texts, intent: SaidIntent, names: Names): readonly (string | undefined)[] {
  const { labels: l } = t
  switch (intent.kind) {
    case 'help.show':
      return [t.buttons.help]
    case 'home.show':
      return [t.buttons.home]
    case 'language.set':
      return [l.language[intent.locale]]
    case 'plan.show':
      if (intent.quarter === 'none') return [l.planWithoutQuarter]
      return [l.plan(intent.quarter === undefined ? undefined : t.quarter(intent.quarter))]
    case 'item.show':
      return [l.item(intent.item)]
    case 'status.show':
      return [l.status(intent.item)]
    case 'round.propose.form':
      return [
        l.open(intent.item),
        intent.version === undefined ? undefined : l.version(intent.version),
        dueOf(t, intent),
        intent.workingDays === undefined ? undefined : l.within(intent.workingDays),
      ]
    case 'round.change.form':
      return [
        l.change[intent.change](intent.item),
        dueOf(t, intent),
        intent.plusDays === undefined ? undefined : l.more(intent.plusDays),
        intent.plusWorkingDays === undefined ? undefined : l.moreWorking(intent.plusWorkingDays),
        reasonOf(t, intent),
      ]
    case 'opinion.type':
      return [
        l.opinion(intent.item),
        intent.position === undefined ? undefined : l.positions[intent.position],
        intent.body === undefined ? undefined : `“${excerpt(intent.body, longestName)}”`,
      ]
    case 'opinion.list':
      return [l.mine(intent.item)]
    case 'draft.find':
      return [intent.words === undefined ? l.draft(intent.item) : l.find(short(intent.words), intent.item)]
    case 'record.save.form':
      return [
        l.record(short(intent.named), intent.item),
        intent.position === undefined ? undefined : l.positions[intent.position],
      ]
    case 'record.export':
      return [
        l.export(l.document[intent.what ?? 'table'], intent.item),
        intent.format === undefined ? undefined : `.${intent.format}`,
      ]
    case 'remark.list':
      return [l.remarks(intent.item)]
    case 'answer.list':
      return [l.answers(intent.item)]
    case 'answer.due.form':
      return [l.answersDue(intent.item), intent.day === undefined ? undefined : l.until(t.day(intent.day)), intent.time]
    case 'remark.group.form':
      return [l.group(intent.item)]
    case 'nudge.snooze.form':
      return [
        l.snooze(intent.item),
        intent.until === undefined
          ? intent.days === undefined
            ? undefined
            : l.more(intent.days)
          : l.until(t.day(intent.until)),
      ]
    case 'nudge.list':
      return [l.reminders(intent.item)]
    case 'reminder.preview': {
      const what = intent.item ?? (intent.quarter === undefined ? undefined : t.quarter(intent.quarter))
      return [intent.people === undefined ? l.remindMissing(what) : l.remind(t.list(intent.people.map(t.called)), what)]
    }
    case 'leave.save.form':
      return [l.leave(short(intent.named)), spanOf(t, intent)]
    case 'leave.list':
      return [l.leaves]
    case 'delegation.save.form':
      return [l.delegate(short(intent.named), intent.item), spanOf(t, intent)]
    case 'delegation.list':
      return [l.delegations]
    case 'date.explain': {
      const what = [intent.item, intent.day === undefined ? undefined : t.day(intent.day)]
      const said = what.filter((one) => one !== undefined)
      return [l.explain(said.length === 0 ? undefined : t.list(said))]
    }
    case 'digest.show':
      return [l.digest]
    case 'rehearsal.show.form':
      return [l.rehearse]
    case 'schedule.show':
      return [
        intent.next ? l.next(whoseOf(l, intent, names)) : l.schedule(whoseOf(l, intent, names)),
        spanOf(t, intent),
      ]
    case 'visit.show':
      return [l.visit(visitOf(intent, names))]
    case 'visit.check.form':
      return [
        intent.another
          ? l.anotherVisit(unitOf(intent, names))
          : intent.number === undefined
            ? l.planVisit(unitOf(intent, names))
            : l.changeVisit(visitOf(intent, names) ?? ''),
        teamOf(intent, names),
        whenOf(t, intent),
        intent.shiftDays === undefined ? undefined : l.later(intent.shiftDays),
        intent.place === undefined ? undefined : l.at(short(intent.place)),
        short(intent.note),
        reasonOf(t, intent),
      ]
    case 'visit.cancel.form':
      return [l.cancelVisit(visitOf(intent, names)), reasonOf(t, intent)]
    case 'visit.report.form':
      return [l.report(visitOf(intent, names))]
    case 'move.ask.form':
      return [
        l.askMove(visitOf(intent, names)),
        whenOf(t, intent),
        intent.shiftDays === undefined ? undefined : l.later(intent.shiftDays),
        reasonOf(t, intent),
      ]
    case 'team.show':
      return [l.team(teamOf(intent, names))]
    case 'duty.save.form':
      return [l.duty(short(intent.named), teamOf(intent, names))]
    case 'overview.show': {
      const year = intent.year === undefined ? undefined : l.year(intent.year)
      return [l.overview(intent.month === undefined ? year : t.month(intent.month))]
    }
    case 'calendar.export': {
      const whose = intent.next ? l.next(whoseOf(l, intent, names)) : l.schedule(whoseOf(l, intent, names))
      return [l.file(whose), spanOf(t, intent)]
    }
    case 'calendar.list':
      return [l.links]
    default:
      return intent satisfies never
  }
}

function short(name: string): string
function short(name: string | undefined): string | undefined
function short(name: string | undefined): string | undefined {
  return name === undefined ? undefined : excerpt(name, longestName)
}

const reasonOf = ({ labels: l }: Texts, { reason }: { readonly reason?: string | undefined }) =>
  reason === undefined ? undefined : l.reason(reason)

type When = {
  readonly day?: string | undefined
  readonly time?: string | undefined
  readonly endDay?: string | undefined
  readonly endTime?: string | undefined
}

/** `hạn 26/06/2020 17:00`. */
function dueOf(t: Texts, when: When): string | undefined {
  const said = whenOf(t, when)
  return said === undefined ? undefined : t.labels.due(said)
}

/** `22/06/2020 08:00–11:30`, `22/06/2020 08:00–24/06/2020 17:00`. */
function whenOf(t: Texts, { day, time, endDay, endTime }: When): string | undefined {
  const start = [day === undefined ? undefined : t.day(day), time].filter((one) => one !== undefined).join(' ')
  const last = endDay === undefined || endDay === day ? undefined : t.day(endDay)
  const end = [last, endTime].filter((one) => one !== undefined).join(' ')
  if (end === '') return start === '' ? undefined : start
  return `${start}–${end}`
}

/** `22/06–28/06/2020`, `từ 22/06/2020`. */
function spanOf(
  t: Texts,
  { from, to }: { readonly from?: string | undefined; readonly to?: string | undefined },
): string | undefined {
  if (from !== undefined && to !== undefined) return t.stretch(from, to)
  if (from !== undefined) return t.labels.since(t.day(from))
  return to === undefined ? undefined : t.labels.until(t.day(to))
}

type Named = {
  readonly team?: string | undefined
  readonly unit?: string | undefined
  readonly number?: number | undefined
}

const teamOf = ({ team }: Named, { teams }: Names): string | undefined =>
  team === undefined ? undefined : short(teams.find(({ key }) => key === team)?.name ?? team)

const unitOf = ({ unit }: Named, { units }: Names): string | undefined =>
  unit === undefined ? undefined : short(units.find(({ id }) => id === unit)?.name)

const visitOf = (which: Named, names: Names): string | undefined =>
  which.number === undefined ? unitOf(which, names) : `KT-${which.number}`

/** Whose schedule: the actor's own, a team's, a unit's, a person's. */
function whoseOf(
  { own }: Texts['labels'],
  query: Named & { readonly mine?: true | undefined; readonly named?: string | undefined },
  names: Names,
): string | undefined {
  const whose = [query.mine ? own : undefined, teamOf(query, names), unitOf(query, names), short(query.named)]
  const said = whose.filter((one) => one !== undefined)
  return said.length === 0 ? undefined : said.join(', ')
}
