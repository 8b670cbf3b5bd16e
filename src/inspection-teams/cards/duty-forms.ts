import type { Context } from '../../context.ts'
import type { Field, Form } from '../../contract/form.ts'
import { type Named, namedBlocks } from '../../people/named.ts'
import { dutyKinds, dutyOf, type Seat } from '../read-team.ts'
import { daysOf } from './team-card.ts'

/** Options that a menu takes on every platform; with more teams than that, the team is typed. */
const mostOptions = 100

type Team = { readonly key: string; readonly name: string }

/** The form that puts somebody on a team. `today` as `YYYY-MM-DD`; `person` is a key. */
export function dutyForm(
  { texts }: Pick<Context, 'texts'>,
  teams: readonly Team[],
  given: {
    readonly team: string | undefined
    readonly person: { readonly id: string; readonly key: string } | undefined
    /** Whom typed words mean. */
    readonly named?: Named | undefined
  },
  today: string,
): Form {
  const { teams: t } = texts
  const value = given.team ?? ''
  const isOne = teams.some((team) => team.key === value)
  const which: Field =
    teams.length > 0 && teams.length <= mostOptions
      ? {
          kind: 'choice',
          name: 'team',
          label: t.team,
          required: true,
          options: teams.map((team) => ({ value: team.key, label: texts.called(team.name) })),
          ...(isOne ? { value } : {}),
        }
      : { kind: 'text', name: 'team', label: t.team, hint: t.teamHint, required: true, maxLength: 40, value }
  return {
    title: t.formTitle,
    submit: t.formSubmit,
    intent: { kind: 'duty.save', ...(given.team === undefined ? {} : { team: given.team }) },
    opens: {
      kind: 'duty.save.form',
      ...(given.team === undefined ? {} : { team: given.team }),
      ...(given.named === undefined
        ? given.person === undefined
          ? {}
          : { person: given.person.id }
        : { named: given.named.word }),
    },
    intro: namedBlocks(texts, given.named),
    fields: [
      {
        kind: 'text',
        name: 'person',
        label: t.person,
        hint: t.personHint,
        required: true,
        maxLength: 300,
        value: given.person?.key ?? '',
      },
      which,
      {
        kind: 'choice',
        name: 'duty',
        label: t.duty,
        required: true,
        options: dutyKinds.map((duty) => ({ value: duty, label: t.duties[duty] })),
        value: 'member',
      },
      { kind: 'date', name: 'from', label: t.fromDay, required: true, value: today },
      { kind: 'date', name: 'to', label: t.toDay, hint: t.toDayHint },
    ],
  }
}

/** The form that takes somebody off a team. `today` as `YYYY-MM-DD`. */
export function endForm(
  ctx: Pick<Context, 'texts'>,
  seat: Seat & { readonly team: { readonly name: string } },
  today: string,
): Form {
  const { teams: t } = ctx.texts
  const begun = seat.fromDay === null || seat.fromDay <= today
  return {
    title: t.endTitle,
    submit: t.endSubmit,
    intent: { kind: 'duty.end', duty: seat.id },
    opens: { kind: 'duty.end.form', duty: seat.id },
    intro: [
      { kind: 'text', text: `${seat.person.name}: ${ctx.texts.called(seat.team.name)}`, tone: 'strong' },
      {
        kind: 'facts',
        facts: [
          { label: t.duty, value: t.duties[dutyOf(seat.duty)] },
          { label: t.days, value: daysOf(ctx, seat) },
        ],
      },
      ...(begun ? [] : [{ kind: 'text', text: t.notBegun, tone: 'subtle' } as const]),
    ],
    fields: [{ kind: 'date', name: 'to', label: t.lastDay, required: true, value: today }],
  }
}
