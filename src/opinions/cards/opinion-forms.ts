import type { Context } from '../../context.ts'
import type { Field, Form } from '../../contract/form.ts'
import type { Intent } from '../../contract/intent.ts'
import { provisionOptions } from '../../documents/cards/provision-options.ts'
import type { Provision } from '../../documents/provision.ts'
import { forWhom } from '../answering/acting.ts'
import { byWords, type CommentPlace } from '../answering/comment-place.ts'
import type { Comment, Draft, Seat } from '../answering/seat.ts'
import { letterFields } from '../attachments/attachment-form.ts'
import { titleOf } from '../rounds/rounds.ts'
import { excerpt, limits } from '../words.ts'
import { actingNote, positionFact, roundFacts } from './opinion-content.ts'

type Reading = Pick<Context, 'texts' | 'zone'>

type Place = Pick<Seat, 'round' | 'holder'>

/**
 * Position and general words. `values` are what the fields begin with; `storedElsewhere`: what another screen saved;
 * `noted`: the provisions on which remarks were typed just now, which the form itself does not show.
 */
export function opinionForm(
  ctx: Reading,
  place: Place,
  values: Pick<Draft, 'position' | 'body' | 'revision'>,
  storedElsewhere?: Draft,
  noted: readonly string[] = [],
): Form {
  const { texts: t } = ctx
  const { round } = place
  return {
    title: t.opinion.formTitle,
    submit: t.opinion.formSubmit,
    intent: { kind: 'opinion.save', round: round.id, revision: values.revision, ...forWhom(place) },
    opens: { kind: 'opinion.save.form', round: round.id, ...forWhom(place) },
    ...typing(place, { kind: 'opinion.keep', round: round.id, revision: values.revision }),
    intro: [
      { kind: 'text', text: titleOf(round.item, ctx), tone: 'strong' },
      ...actingNote(ctx, place),
      { kind: 'facts', facts: roundFacts(ctx, round) },
      ...(noted.length === 0
        ? []
        : [{ kind: 'text', text: t.opinion.noted(noted.length, noted.join('; ')), tone: 'strong' } as const]),
      ...(storedElsewhere === undefined
        ? []
        : [
            { kind: 'text', text: t.opinion.conflict, tone: 'warning' } as const,
            {
              kind: 'quote',
              by: positionFact(ctx, storedElsewhere).value,
              text: storedElsewhere.body || t.opinion.noWords,
            } as const,
          ]),
    ],
    fields: [
      {
        kind: 'choice',
        name: 'position',
        label: t.opinion.position,
        required: true,
        options: round.positions.map((position) => ({ value: position, label: t.positions[position] })),
        ...(values.position === undefined ? {} : { value: values.position }),
      },
      {
        kind: 'text',
        name: 'body',
        label: t.opinion.words,
        hint: t.opinion.bodyHint,
        multiline: true,
        maxLength: limits.body,
        value: values.body,
      },
      ...letterFields(ctx),
    ],
  }
}

/** From where a comment's form is opened: the provision of the draft that it is about, and what was marked in it. */
type OpenedAt = { readonly at?: CommentPlace | undefined; readonly quote?: string | undefined }

/**
 * One comment on one provision; new, or the one to change. `provisions`: those of the round's document, which are then
 * offered.
 */
export function commentForm(
  ctx: Reading,
  place: Place,
  comment: Comment | undefined,
  { at = comment, quote }: OpenedAt = {},
  provisions: readonly Provision[] = [],
): Form {
  const { texts: t } = ctx
  const { round } = place
  const from =
    comment === undefined && at?.provisionKey
      ? { provision: at.provisionKey, ...(quote === undefined ? {} : { quote }) }
      : {}
  const which = {
    ...(comment === undefined ? {} : { comment: comment.id }),
    ...from,
    ...forWhom(place),
  }
  return {
    title: t.opinion.commentForm,
    submit: t.opinion.commentSubmit,
    intent: { kind: 'comment.save', round: round.id, ...which },
    opens: { kind: 'comment.save.form', round: round.id, ...which },
    ...typing(place, {
      kind: 'comment.keep',
      round: round.id,
      ...(comment === undefined ? {} : { comment: comment.id }),
      ...from,
    }),
    intro: [
      { kind: 'text', text: titleOf(round.item, ctx), tone: 'strong' },
      ...actingNote(ctx, place),
      ...(at?.provisionText
        ? [{ kind: 'quote', by: at.provision, text: excerpt(at.provisionText, 1500) } as const]
        : []),
    ],
    fields: [
      ...placeFields(ctx, place, at, provisions),
      {
        kind: 'text',
        name: 'remark',
        label: t.opinion.remark,
        required: true,
        multiline: true,
        maxLength: limits.remark,
        value: comment?.remark ?? '',
      },
      {
        kind: 'text',
        name: 'proposal',
        label: t.opinion.proposal,
        hint: t.opinion.proposalHint,
        multiline: true,
        maxLength: limits.proposal,
        value: comment?.proposal ?? '',
      },
    ],
  }
}

/** Which provision: by words alone where the round has no document, else chosen among its provisions, or by words. */
function placeFields(
  { texts: t }: Reading,
  { round }: Place,
  at: CommentPlace | undefined,
  provisions: readonly Provision[],
): readonly Field[] {
  const words = { kind: 'text', name: 'provision', maxLength: limits.provision } as const
  if (provisions.length === 0) {
    const { provision: label, provisionHint: hint } = t.opinion
    return [{ ...words, label, hint, required: true, value: at?.provision ?? '' }]
  }
  const known = provisions.find(({ id }) => at?.documentId === round.documentId && id === at.provisionKey)?.id
  return [
    {
      kind: 'choice',
      name: 'at',
      label: t.opinion.at,
      hint: t.opinion.atHint,
      search: true,
      mainOnly: t.opinion.atMainOnly,
      options: [{ value: byWords, label: t.opinion.atByWords, main: true }, ...provisionOptions(provisions, known)],
      ...(known === undefined ? {} : { value: known }),
    },
    {
      ...words,
      label: t.opinion.provisionInWords,
      hint: t.opinion.provisionInWordsHint,
      value: known === undefined ? (at?.provision ?? '') : '',
    },
  ]
}

/** A delegate's steps are told to the member, so they are saved by a press alone. */
const typing = (place: Place, intent: Intent): Pick<Form, 'typing'> =>
  place.holder === undefined ? { typing: intent } : {}
