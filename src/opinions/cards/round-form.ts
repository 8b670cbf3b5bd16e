import type { Context } from '../../context.ts'
import type { Field, Form } from '../../contract/form.ts'
import { type IntentOf, Position } from '../../contract/intent.ts'
import { personEntry } from '../../conversation/picking/directories.ts'
import { pickField } from '../../conversation/picking/pick-field.ts'
import type { Member } from '../../people/members.ts'
import type { FirstTerms } from '../rounds/round-terms.ts'
import { titleOf } from '../rounds/rounds.ts'
import { limits } from '../words.ts'

/** What was typed of it, for the form to begin with. */
type Given = Omit<IntentOf<'round.propose.form'>, 'kind' | 'item' | 'proposal'>
type Item = { readonly key: string; readonly title: string; readonly titleEn: string | null }

/** The form a coordinator fills in to prepare a round. `terms` are what the fields begin with, `given` what was typed of them. */
export function roundForm(
  ctx: Pick<Context, 'texts'>,
  item: Item,
  terms: FirstTerms,
  named: readonly Member[],
  members: number,
  proposal: string | undefined,
  given: Given = {},
): Form {
  const { round: t, workingDays: days, positions } = ctx.texts
  const which = proposal === undefined ? {} : { proposal }
  const day = terms.day === undefined ? {} : { day: terms.day }
  const workingDays = terms.workingDays === null ? {} : { workingDays: terms.workingDays }
  const fields: readonly Field[] = [
    {
      kind: 'text',
      name: 'version',
      label: t.version,
      value: String(terms.draftVersion),
      required: true,
      maxLength: 3,
    },
    { kind: 'text', name: 'url', label: t.url, hint: t.urlHint, value: terms.draftUrl ?? '', maxLength: 1000 },
    {
      kind: 'choice',
      name: 'secrecy',
      label: t.secrecy,
      required: true,
      value: 'none',
      options: Object.entries(t.secrecyLevels).map(([value, label]) => ({ value, label })),
    },
    {
      kind: 'date',
      name: 'day',
      label: t.day,
      hint: t.dayHint,
      ...(terms.day === undefined ? {} : { value: terms.day }),
    },
    // Before the time, which goes with either: one of the two must be given, and the reader of the form says which counts.
    {
      kind: 'text',
      name: 'workingDays',
      label: days.field,
      hint: days.fieldHint,
      maxLength: 4,
      value: terms.workingDays === null ? '' : String(terms.workingDays),
    },
    { kind: 'time', name: 'time', label: t.time, value: terms.time, required: true },
    {
      kind: 'choice',
      name: 'asked',
      label: t.asked,
      required: true,
      value: terms.asked === 'all' ? 'all' : 'named',
      options: [
        { value: 'all', label: t.askedAll(members) },
        { value: 'named', label: t.askedNamed },
      ],
    },
    pickField(ctx, {
      ...{ name: 'names', label: t.names, from: 'members', several: true },
      value: named.map((member) => personEntry(member)),
    }),
    {
      kind: 'choice',
      name: 'late',
      label: t.late,
      required: true,
      value: terms.late,
      options: [
        { value: 'accept', label: t.lateAccept },
        { value: 'refuse', label: t.lateRefuse },
      ],
    },
    {
      kind: 'choice',
      name: 'answersFrom',
      label: t.answersFrom,
      required: true,
      value: terms.answersFrom,
      options: [
        { value: 'closing', label: t.fromClosing },
        { value: 'opening', label: t.fromOpening },
      ],
    },
    {
      kind: 'choice',
      name: 'silence',
      label: t.silence,
      required: true,
      value: terms.silence,
      options: [
        { value: 'none', label: t.silenceNone },
        { value: 'deemed', label: t.silenceDeemed },
      ],
    },
    { kind: 'text', name: 'basis', label: t.basis, hint: t.basisHint, value: terms.silenceBasis ?? '', maxLength: 500 },
    {
      kind: 'text',
      name: 'bases',
      label: days.bases,
      hint: days.basesHint,
      multiline: true,
      maxLength: limits.bases,
      value: terms.legalBases ?? '',
    },
    {
      kind: 'choices',
      name: 'positions',
      label: t.positions,
      required: true,
      value: terms.positions,
      options: Position.options.map((value) => ({ value, label: positions[value] })),
    },
  ]
  return {
    title: t.formTitle,
    submit: t.formSubmit,
    intent: { kind: 'round.propose', item: item.key, ...which, ...day, ...workingDays },
    opens: {
      kind: 'round.propose.form',
      item: item.key,
      ...(proposal === undefined ? given : {}),
      ...which,
      ...workingDays,
    },
    intro: [{ kind: 'text', text: titleOf(item, ctx), tone: 'strong' }],
    fields,
  }
}
