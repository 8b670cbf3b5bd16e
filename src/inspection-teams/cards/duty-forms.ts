import type { Context } from '../../context.ts'
import type { Form } from '../../contract/form.ts'
import { personEntry } from '../../conversation/picking/directories.ts'
import type { Entry } from '../../conversation/picking/entry.ts'
import { pickField } from '../../conversation/picking/pick-field.ts'
import type { Member } from '../../people/members.ts'
import { clashOfNamed, type Named, namedBlocks } from '../../people/named.ts'
import { dutyKinds, dutyOf, type Seat } from '../read-team.ts'
import { daysOf } from './team-card.ts'

/** The form that puts somebody on a team. `today` as `YYYY-MM-DD`; `person` is a key. */
export function dutyForm(
  { texts }: Pick<Context, 'texts'>,
  given: {
    readonly team: Entry | undefined
    readonly person: Member | undefined
    /** Whom typed words mean. */
    readonly named?: Named | undefined
  },
  today: string,
): Form {
  const { teams: t } = texts
  return {
    title: t.formTitle,
    submit: t.formSubmit,
    intent: { kind: 'duty.save', ...(given.team === undefined ? {} : { team: given.team.value }) },
    opens: {
      kind: 'duty.save.form',
      ...(given.team === undefined ? {} : { team: given.team.value }),
      ...(given.named === undefined
        ? given.person === undefined
          ? {}
          : { person: given.person.id }
        : { named: given.named.word }),
    },
    intro: namedBlocks(texts, given.named),
    fields: [
      pickField(
        { texts },
        {
          name: 'person',
          label: t.person,
          from: 'people',
          value: given.person === undefined ? [] : [personEntry(given.person)],
          clash: clashOfNamed({ texts }, given.named),
        },
      ),
      pickField(
        { texts },
        { name: 'team', label: t.team, from: 'teams', value: given.team === undefined ? [] : [given.team] },
      ),
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
