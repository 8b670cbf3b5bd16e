import { z } from 'zod'
import { Intent } from './intent.ts'

/** What versions before called an intent, in buttons and open forms that people still have before them. */
const former: Readonly<Record<string, Intent['kind']>> = {
  help: 'help.show',
  home: 'home.show',
  language: 'language.set',
  plan: 'plan.show',
  item: 'item.show',
  status: 'status.show',
  board: 'board.show',
  explain: 'date.explain',
  digest: 'digest.show',
  schedule: 'schedule.show',
  overview: 'overview.show',
  'round.start': 'round.propose.form',
  'round.changed': 'round.change',
  'opinion.card': 'opinion.show',
  'opinion.typed': 'opinion.type',
  'opinion.edit': 'opinion.save.form',
  'opinion.mine': 'opinion.list',
  'opinion.history': 'version.list',
  'opinion.read': 'version.read',
  'opinion.typing': 'opinion.keep',
  'comment.edit': 'comment.save.form',
  'comment.typing': 'comment.keep',
  'record.start': 'record.save.form',
  'ladder.edit': 'ladder.save.form',
  'remind.preview': 'reminder.preview',
  'remind.send': 'reminder.send',
  'leave.start': 'leave.save.form',
  'delegation.start': 'delegation.save.form',
  'rehearse.start': 'rehearsal.show.form',
  'rehearse.show': 'rehearsal.show',
  'visit.edit': 'visit.check.form',
  'visit.cancelled': 'visit.cancel',
  'visit.reported': 'visit.report',
  'move.asked': 'move.ask',
  'move.refused': 'move.refuse',
  'duty.edit': 'duty.save.form',
  'duty.ended': 'duty.end',
  'calendar.file': 'calendar.export',
  'calendar.links': 'calendar.list',
  'access.start': 'access.make.form',
}

/**
 * Names that opened a form once and now do what it asks for. That comes from a form alone, so that a button with such a
 * name is an old one.
 */
const openedForms: Readonly<Record<string, Intent['kind']>> = {
  'round.change': 'round.change.form',
  'visit.cancel': 'visit.cancel.form',
  'visit.report': 'visit.report.form',
  'move.ask': 'move.ask.form',
  'move.refuse': 'move.refuse.form',
  'duty.end': 'duty.end.form',
}

const Named = z.looseObject({ kind: z.string() })

/**
 * An intent as it is called today, whichever version wrote it: `pressed` with a button, `filled` with a form. What is no
 * intent is given back as it came, to be refused where intents are parsed.
 */
export function presentName(how: 'pressed' | 'filled', intent: unknown): unknown {
  const { success, data } = Named.safeParse(intent)
  if (!success) return intent
  const opened = how === 'pressed' && Object.hasOwn(openedForms, data.kind) ? openedForms[data.kind] : undefined
  const renamed = Object.hasOwn(former, data.kind) ? former[data.kind] : undefined
  return { ...data, kind: opened ?? renamed ?? data.kind }
}

const kinds = new Set<string>(Intent.options.map(({ shape }) => shape.kind.value))
const NameOfIntent = z.looseObject({
  kind: z
    .string()
    .max(60)
    .regex(/^[a-z]+(?:[.-][a-z]+)*$/),
})

/** Whether it reads like an intent that this version does not have, rather than like one with fields that are none. */
export function isOfAnotherVersion(intent: unknown): boolean {
  const { success, data } = NameOfIntent.safeParse(intent)
  return success && !kinds.has(data.kind)
}

const Subject = z.object({
  round: z.uuid().optional(),
  visit: z.uuid().optional(),
  item: z.string().min(1).max(40).optional(),
})

/** What shows the present state of whatever a button that is no intent any more was about: the first page at the least. */
export function presentCard(intent: unknown, isMember: boolean): Intent {
  const { round, visit, item } = Subject.safeParse(intent).data ?? {}
  if (round !== undefined) return isMember ? { kind: 'opinion.show', round } : { kind: 'board.show', round }
  if (visit !== undefined) return { kind: 'visit.show', visit }
  return item === undefined ? { kind: 'home.show' } : { kind: 'item.show', item }
}
