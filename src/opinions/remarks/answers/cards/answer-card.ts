import type { Context } from '../../../../context.ts'
import type { Block, Button, Message } from '../../../../contract/message.ts'
import type { AttachedFile } from '../../../answering/seat.ts'
import { fileBlocks, fileGet } from '../../../cards/opinion-content.ts'
import { progressWords } from '../../../known-remarks/count-answered.ts'
import { phase } from '../../../rounds/phase.ts'
import { type Round, titleOf } from '../../../rounds/rounds.ts'
import { excerpt } from '../../../words.ts'
import { type AnsweredRemark, canPart, needsWords, progressOf, type RemarkAnswer } from '../answered-remarks.ts'
import { mayAnswer } from '../may-answer.ts'
import { showing, stateOf, whereOf } from './answers-card.ts'

/** Characters of what is quoted; of bodies that said the like. */
const length = { provision: 1_500, words: 3_000, bodies: 300 }

type Shown = {
  readonly remarks: readonly AnsweredRemark[]
  readonly remark: AnsweredRemark
  /** Who wrote the answer that stands. */
  readonly by: string
  /** What its author sent with their opinion. */
  readonly files: readonly AttachedFile[]
  readonly said: string | undefined
}

/** One remark with its provision, its author and its answer; to the drafting agency with the four outcomes. */
export function answerCard(ctx: Context, round: Round, { remarks, remark, by, files, said }: Shown): Message {
  const { texts: t } = ctx
  const progress = progressOf(remarks)
  const title = t.answers.one(remark.number, progress.remarks, titleOf(round.item, ctx))
  const at = remarks.indexOf(remark)
  const [before, behind] = [remarks[at - 1], remarks[at + 1]]
  const ways: readonly Button[] = [
    ...(before === undefined ? [] : [{ label: t.answers.previous, intent: showing(round, before) }]),
    ...(behind === undefined ? [] : [{ label: t.answers.next, intent: showing(round, behind) }]),
    { label: t.answers.all, intent: { kind: 'answer.list', round: round.id, page: 0 } },
  ]
  const alike = [...new Set(remark.alike.map(({ body }) => body))].join(', ')
  return {
    text: said ?? `${title}: ${stateOf(ctx, remark)}`,
    title,
    blocks: [
      ...(said === undefined ? [] : [{ kind: 'text', text: said, tone: 'strong' } as const]),
      { kind: 'text', text: progressWords(t, progress), tone: 'subtle' },
      { kind: 'text', text: whereOf(ctx, remark), tone: 'strong' },
      ...(remark.provisionText === null
        ? []
        : [
            {
              kind: 'quote',
              text: excerpt(remark.provisionText, length.provision),
              by: t.answers.provisionText,
            } as const,
          ]),
      { kind: 'quote', text: excerpt(remark.words, length.words), by: remark.body },
      ...(remark.proposal === null || remark.proposal.trim() === ''
        ? []
        : [{ kind: 'quote', text: excerpt(remark.proposal, length.words), by: t.opinion.proposal } as const]),
      ...fileBlocks(ctx, files, fileGet(ctx, { round: round.id, person: remark.personId })),
      ...(remark.alike.length === 0
        ? []
        : [
            {
              kind: 'text',
              text: t.answers.alike(remark.alike.length, excerpt(alike, length.bodies)),
              tone: 'subtle',
            } as const,
          ]),
      ...standing(ctx, remark, by),
      ...(mayAnswer(ctx, round)
        ? [outcomeButtons(ctx, round, remark), ...partButtons(ctx, round, remark, remarks)]
        : []),
      ...(ctx.actor.roles.has('coordinator') && remark.answer?.settled === true && phase(round, ctx.now) === 'closed'
        ? [returnButton(ctx, round, remark)]
        : []),
      { kind: 'buttons', buttons: ways },
    ],
  }
}

/** What stands as its answer. */
function standing(ctx: Context, remark: AnsweredRemark, by: string): readonly Block[] {
  const { texts: t, zone } = ctx
  const { answer } = remark
  if (answer === undefined) return [{ kind: 'text', text: t.answers.open, tone: 'warning' }]
  return [
    { kind: 'text', text: t.answers.stands(stateOf(ctx, remark)), tone: 'strong' },
    ...(answer.returned === null
      ? []
      : [{ kind: 'quote', text: answer.returned, by: t.answers.returnReason } as const]),
    ...(answer.words === '' ? [] : [{ kind: 'quote', text: excerpt(answer.words, length.words) } as const]),
    { kind: 'text', text: t.answers.by(by, t.moment(answer.at, zone)), tone: 'subtle' },
    ...(answer.objection === null
      ? []
      : [
          {
            kind: 'quote',
            text: answer.objection.words,
            by: t.answers.object.by(remark.body, t.moment(answer.objection.at, zone)),
          } as const,
        ]),
  ]
}

/** The way for a coordinator to send a settled answer back. */
const returnButton = ({ texts: t }: Context, round: Round, { key: remark }: AnsweredRemark): Block => ({
  kind: 'buttons',
  buttons: [{ label: t.answers.return.button, intent: { kind: 'answer.return.form', round: round.id, remark } }],
})

/** The way to split what has no answer, and to make it whole again while no part has one. */
function partButtons(
  { texts: { answers: t } }: Context,
  round: Round,
  remark: AnsweredRemark,
  remarks: readonly AnsweredRemark[],
): readonly Block[] {
  const about = { round: round.id, remark: remark.key }
  const { part, personId } = remark
  const joins =
    part !== undefined &&
    remarks.every((one) => one.personId !== personId || one.part?.whole !== part.whole || one.answer === undefined)
  if (joins) return [{ kind: 'buttons', buttons: [{ label: t.parts.join, intent: { kind: 'remark.join', ...about } }] }]
  if (!canPart(remark)) return []
  return [{ kind: 'buttons', buttons: [{ label: t.parts.button, intent: { kind: 'remark.part.form', ...about } }] }]
}

/** Taking up and taking note go by one press where no words stand that they would throw away. */
function outcomeButtons({ texts: t }: Context, round: Round, { key: remark, answer, revision }: AnsweredRemark): Block {
  const button = (outcome: RemarkAnswer['outcome']): Button => {
    const label = t.answers.outcomes[outcome]
    const about = { round: round.id, remark, outcome } as const
    return needsWords(outcome) || (answer !== undefined && answer.words !== '')
      ? { label, intent: { kind: 'answer.save.form', ...about } }
      : { label, intent: { kind: 'answer.save', ...about, revision } }
  }
  return {
    kind: 'buttons',
    label: answer === undefined ? t.answers.choose : t.answers.change,
    buttons: [
      button('accept'),
      button('partly'),
      button('explain'),
      button('note'),
      ...(answer === undefined
        ? []
        : [{ label: t.answers.edit, intent: { kind: 'answer.save.form', round: round.id, remark } } as const]),
    ],
  }
}

/** To whoever saved an answer that somebody else has changed meanwhile: what stands, and their own, which is not stored. */
export function overtakenCard(
  ctx: Context,
  round: Round,
  remark: AnsweredRemark,
  by: string,
  own: Pick<RemarkAnswer, 'outcome' | 'words'>,
): Message {
  const { texts: t } = ctx
  const text = t.answers.overtaken(remark.number)
  return {
    text,
    title: t.answers.title(titleOf(round.item, ctx)),
    blocks: [
      { kind: 'text', text, tone: 'warning' },
      ...standing(ctx, remark, by),
      { kind: 'text', text: t.answers.yours(t.answers.outcomes[own.outcome]), tone: 'strong' },
      ...(own.words === '' ? [] : [{ kind: 'quote', text: own.words } as const]),
      {
        kind: 'buttons',
        buttons: [
          {
            label: t.answers.edit,
            intent: { kind: 'answer.save.form', round: round.id, remark: remark.key, outcome: own.outcome },
          },
          { label: t.answers.see, intent: showing(round, remark) },
        ],
      },
    ],
  }
}
