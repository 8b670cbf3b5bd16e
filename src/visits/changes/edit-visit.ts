import { isDay, isTime } from '../../calendar/zoned.ts'
import type { UseCase } from '../../context.ts'
import type { IntentOf } from '../../contract/intent.ts'
import { Refusal } from '../../contract/refusal.ts'
import { readForm } from '../../conversation/form-values.ts'
import { readPick } from '../../conversation/picking/read-pick.ts'
import { newPreview } from '../../conversation/previews.ts'
import { visitForm } from '../cards/visit-form.ts'
import { visitPreview } from '../cards/visit-preview.ts'
import { isCarried } from '../carried.ts'
import { readConflicts } from '../conflicts/read-conflicts.ts'
import { refuseEnded } from '../ended.ts'
import { readChoices, teamsOf, unitsOf } from '../plan-choices.ts'
import { sightOf } from '../sight.ts'
import { visitColumns } from '../visits.ts'
import { findVisit } from '../which-visit.ts'
import { peopleOf, readConcerned } from './change-visit.ts'
import { conflictsOfMove } from './conflicts-of-move.ts'
import { longestNote, longestPlace, longestReason, readTimes } from './visit-terms.ts'

/**
 * The form for a new visit or a change of one, filled in with what was typed. Of a unit with several visits it is asked
 * which; one without gets its first. One that is to go to another day is shown with what speaks against it there. For coordinators; move-or-ask.ts leads others to a request.
 */
export const editVisit: UseCase<IntentOf<'visit.check.form'>> = async (ctx, intent) => {
  const sight = await sightOf(ctx)
  const named = intent.visit !== undefined || intent.number !== undefined || intent.unit !== undefined
  const of = (visit: string) => ({ ...intent, unit: undefined, number: undefined, visit })
  const found = named && intent.another !== true ? await findVisit(ctx, intent, sight, of) : undefined
  if (found?.kind === 'ask') return { reply: found.reply }
  const visit = found?.kind === 'visit' ? found.visit : undefined
  refuseEnded(visit)
  const { kind: _, visit: __, number: ___, ...asked } = intent
  const choices = await readChoices(ctx, visit?.unitId ?? intent.unit)
  const form = visitForm(ctx, choices, asked, visit)
  // Only of the team that the visit has: of another one the preview tells.
  const goesElsewhere = asked.day !== undefined || asked.shiftDays !== undefined
  if (visit === undefined || !goesElsewhere || asked.team !== undefined || asked.asWritten === true)
    return { reply: { kind: 'form', form } }
  const conflicts = await conflictsOfMove(ctx, visit, form)
  return { reply: { kind: 'form', form: { ...form, intro: [...conflicts, ...(form.intro ?? [])] } } }
}

/** Reads the form and shows what saving it would do: what changes from what to what, the conflicts, who is told. */
export const checkVisit: UseCase<IntentOf<'visit.check'>> = async (ctx, intent, values) => {
  const { texts: t, db } = ctx
  const before = await db.visit.findUnique({ where: { id: intent.visit }, ...visitColumns })
  if (intent.revision > 0 && before === null) throw new Refusal('no-such-visit')
  refuseEnded(before ?? undefined)
  const form = readForm(values, t)
  const choices = await readChoices(ctx, before?.unitId)
  const team = readPick(ctx, form, 'team', teamsOf(choices))
  const unit = readPick(ctx, form, 'unit', unitsOf(choices))
  const given = {
    day: form.text('day', 10),
    time: form.text('time', 5),
    endDay: form.text('endDay', 10),
    endTime: form.text('endTime', 5),
    place: form.text('place', longestPlace),
    // A platform may not ask for a note that is too long for it: then it stays.
    ...(form.has('note') ? { note: form.text('note', longestNote) } : {}),
  }
  const reason = form.text('reason', longestReason)
  // An intent counts as its platform does, a rare character as two.
  const words = {
    place: [given.place, longestPlace],
    note: [given.note ?? '', longestNote],
    reason: [reason, longestReason],
  } as const
  for (const [name, [word, limit]] of Object.entries(words))
    if (word.length > limit) form.fail(name, t.errors.tooLong(word.length, limit))
  for (const name of ['day', 'endDay'] as const)
    if (given[name] !== '' && !isDay(given[name])) form.fail(name, t.errors.badDay)
  for (const name of ['time', 'endTime'] as const)
    if (given[name] !== '' && !isTime(given[name])) form.fail(name, t.errors.badTime)
  form.check()
  const { starts, ends, problems } = readTimes(given, ctx.zone, t)
  for (const [name, problem] of Object.entries(problems)) form.fail(name, problem)
  form.check()
  if (team === undefined || unit === undefined) throw new Refusal('no-such-team', { team: '' })
  const proposal = { visitId: intent.visit, teamId: team.id, unitId: unit.id, starts, ends }
  const [conflicts, concerned] = await Promise.all([
    readConflicts(ctx, proposal),
    readConcerned(ctx, [team.id, ...(before === null ? [] : [before.teamId])]),
  ])
  const people = peopleOf(concerned, before, proposal)
  const told = await db.person.findMany({
    where: { id: { in: people.filter((person) => person !== ctx.actor.id) } },
    orderBy: { name: 'asc' },
    select: { name: true },
  })
  const terms = {
    ...given,
    team: { id: team.id, key: team.value, name: team.called[0] },
    unit: { id: unit.id, name: unit.called[0] },
    starts,
    ends,
  }
  const { visit: id, revision } = intent
  const preview = newPreview(ctx, previewOf(before, team.id, unit.id))
  const message = visitPreview(ctx, {
    id,
    revision,
    preview: preview.id,
    before,
    terms,
    conflicts,
    told: told.map(({ name }) => name),
    tellsSelf: people.includes(ctx.actor.id),
    reason,
  })
  // Nothing is cut in silence: what the button that saves cannot carry is said while the form is open.
  if (!isCarried(message)) form.fail(given.note === '' ? 'place' : 'note', t.visits.tooMuch)
  form.check()
  return { reply: { kind: 'message', message }, writes: preview.writes, rests: [] }
}

/** What a preview is about: a visit, or, of a new one, that this team goes to this unit. */
export const previewOf = (before: { readonly id: string } | null, teamId: string, unitId: string): string =>
  before === null ? `visit:${teamId}:${unitId}` : `visit:${before.id}`
