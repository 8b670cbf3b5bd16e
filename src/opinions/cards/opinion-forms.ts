import type { Context } from '../../context.ts'
import type { Form } from '../../contract/form.ts'
import type { Intent } from '../../contract/intent.ts'
import { forWhom } from '../answering/acting.ts'
import type { CommentPlace } from '../answering/comment-place.ts'
import type { Comment, Draft, Seat } from '../answering/seat.ts'
import { titleOf } from '../rounds/rounds.ts'
import { excerpt, limits } from '../words.ts'
import { actingNote, roundFacts } from './opinion-content.ts'

type Reading = Pick<Context, 'texts' | 'zone'>

type Place = Pick<Seat, 'round' | 'holder'>

/** Position and general words. `values` are what the fields begin with; `storedElsewhere`: what another screen saved. */
export function opinionForm(
  ctx: Reading,
  place: Place,
  values: Pick<Draft, 'position' | 'body' | 'revision'>,
  storedElsewhere?: Draft,
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
      ...(storedElsewhere === undefined
        ? []
        : [
            { kind: 'text', text: t.opinion.conflict, tone: 'warning' } as const,
            {
              kind: 'quote',
              by: storedElsewhere.position === undefined ? '–' : t.positions[storedElsewhere.position],
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
    ],
  }
}

/** One comment on one provision; new, or the one to change. `at`: the provision of the draft that it is about; `quote`: what was marked in it. */
export function commentForm(
  ctx: Reading,
  place: Place,
  comment: Comment | undefined,
  at: CommentPlace | undefined = comment,
  quote?: string,
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
      {
        kind: 'text',
        name: 'provision',
        label: t.opinion.provision,
        hint: t.opinion.provisionHint,
        required: true,
        maxLength: limits.provision,
        value: at?.provision ?? '',
      },
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

/** A delegate's steps are told to the member, so they are saved by a press alone. */
const typing = (place: Place, intent: Intent): Pick<Form, 'typing'> =>
  place.holder === undefined ? { typing: intent } : {}
