import type { Context } from '../../context.ts'
import { AnswerOutcome } from '../../contract/intent.ts'
import type { Button } from '../../contract/message.ts'
import type { AnsweringRow, Mark, Part, Pill } from '../../contract/page.ts'
import { keyOf } from '../../opinions/known-remarks/fingerprint.ts'
import {
  type AnsweredRemark,
  canPart,
  isDraft,
  isObjected,
  isOpen,
  needsWords,
} from '../../opinions/remarks/answers/answered-remarks.ts'
import { answerLength } from '../../opinions/remarks/answers/cards/answer-form.ts'
import { showing, whereOf } from '../../opinions/remarks/answers/cards/answers-card.ts'
import { mayAnswer } from '../../opinions/remarks/answers/may-answer.ts'
import { readGroups } from '../../opinions/remarks/remark-groups.ts'
import { sectionHeading, sectionKey } from '../../opinions/remarks/sections.ts'
import { phase } from '../../opinions/rounds/phase.ts'
import type { Round } from '../../opinions/rounds/rounds.ts'
import { excerpt } from '../../opinions/words.ts'
import type { DraftText } from './draft-text.ts'

/** Characters of what is shown in a row, and of a provision above the remarks on it among others. */
const length = { words: 2_000, provision: 200 }

/** Which mark stands for an outcome. */
const marks: Record<AnswerOutcome, Mark> = { accept: 'agree', partly: 'amend', explain: 'other', note: 'none' }

/** `headings`: they are on several articles; `some`: they were asked for by name. */
type Shown = { readonly draft: DraftText; readonly headings: boolean; readonly some: boolean }

/** Some remarks of a round as rows to be answered, or for coordinators to read. */
export async function answeringPart(
  ctx: Context,
  round: Round,
  remarks: readonly AnsweredRemark[],
  { draft, headings, some }: Shown,
): Promise<Extract<Part, { kind: 'answering' }>> {
  const { texts: t, zone } = ctx
  const about = await readAbout(ctx, round, remarks)
  const answers = mayAnswer(ctx, round)
  const rows = remarks.map((remark, place): AnsweringRow => {
    const { key, answer } = remark
    const section = sectionKey(remark)
    const before = remarks[place - 1]
    const begins = headings && (before === undefined || sectionKey(before) !== section)
    const text = draft.of(section, length.provision)
    return {
      id: key,
      revision: remark.revision,
      open: isOpen(remark),
      name: t.answers.row(remark.number),
      by: remark.body,
      where: whereOf(ctx, remark),
      words: excerpt(remark.words, length.words),
      ...(remark.proposal === null || remark.proposal.trim() === ''
        ? {}
        : { proposal: excerpt(remark.proposal, length.words) }),
      pills: pillsOf(ctx, remark, about.late.has(remark.personId)),
      notes: [
        ...(answer === undefined || answer.returned === null
          ? []
          : [{ label: t.answers.returnReason, text: answer.returned }]),
        ...(isObjected(remark) && answer?.objection != null
          ? [{ label: t.desk.remarks.objected, text: answer.objection.words }]
          : []),
      ],
      ...(answer === undefined
        ? {}
        : {
            answer: {
              choice: answer.outcome,
              words: answer.words,
              by: t.answers.by(about.names.get(answer.byId) ?? answer.byId, t.moment(answer.at, zone)),
            },
          }),
      ...(answers && canPart(remark) ? { deeds: true } : {}),
      buttons: buttonsOf(ctx, round, remark, about.groupOf.get(keyOf(remark))),
      ...(begins
        ? {
            heading: {
              title: sectionHeading(remark, t),
              place: { page: 'remarks', round: round.id, section } as const,
              ...(text === undefined ? {} : { text }),
            },
          }
        : {}),
    }
  })
  return {
    kind: 'answering',
    label: t.desk.remarks.list,
    choices: AnswerOutcome.options.map((code) => ({
      code,
      label: t.answers.outcomes[code],
      mark: marks[code],
      needsWords: needsWords(code),
    })),
    ...(answers ? answeredBy(ctx, round) : {}),
    rows,
    ...(some ? { some: true } : {}),
    none: t.desk.remarks.none,
  }
}

/** How a row is answered: the form of one remark, with the row's own id and revision; several together; one in parts. */
const answeredBy = ({ texts: { answers: t, desk } }: Context, { id: round }: Round) =>
  ({
    save: {
      intent: { kind: 'answer.save', round, remark: '', revision: 0 },
      opens: { kind: 'answer.save.form', round, remark: '' },
      ...{ row: 'remark', revision: 'revision' },
      choice: { name: 'outcome', label: t.form.outcome },
      words: { name: 'words', label: t.form.words, maxLength: answerLength },
    },
    several: { intent: { kind: 'remark.answer', round }, field: 'remarks' },
    // The form beside the page offers earlier answers to like remarks, which are looked for when somebody asks.
    deeds: [
      { label: desk.remarks.earlier, intent: { kind: 'answer.save.form', round, remark: '' }, field: 'remark' },
      { label: t.parts.button, intent: { kind: 'remark.part.form', round, remark: '' }, field: 'remark' },
    ],
  }) as const

/** What is told of the rows beside themselves: who wrote the answers, whose opinion came late, what is in which group. */
async function readAbout(ctx: Context, round: Round, remarks: readonly AnsweredRemark[]) {
  const { db, actor } = ctx
  const writers = [...new Set(remarks.flatMap(({ answer }) => (answer === undefined ? [] : [answer.byId])))]
  const authors = [...new Set(remarks.map(({ personId }) => personId))]
  const grouped = actor.roles.has('coordinator') && remarks.some(({ alike }) => alike.length > 0)
  const [people, versions, groups] = await Promise.all([
    writers.length === 0
      ? []
      : db.person.findMany({ where: { id: { in: writers } }, select: { id: true, name: true } }),
    db.opinion.findMany({
      where: { roundId: round.id, personId: { in: authors } },
      orderBy: { version: 'asc' },
      select: { personId: true, late: true },
    }),
    grouped ? readGroups(ctx, round.id) : [],
  ])
  const late = new Map(versions.map((version) => [version.personId, version.late]))
  return {
    names: new Map(people.map(({ id, name }) => [id, name])),
    late: new Set([...late].flatMap(([person, was]) => (was ? [person] : []))),
    groupOf: new Map(groups.flatMap(({ id, members }) => members.map((one) => [keyOf(one), id] as const))),
  }
}

function pillsOf({ texts: t }: Context, remark: AnsweredRemark, late: boolean): readonly Pill[] {
  const { alike, answer } = remark
  const state: Pill =
    answer !== undefined && answer.returned !== null
      ? { text: t.desk.remarks.returned, tone: 'warning' }
      : isOpen(remark)
        ? { text: t.answers.open, tone: 'plain' }
        : isDraft(remark)
          ? { text: t.desk.drafted, tone: 'plain' }
          : { text: t.desk.remarks.settled, tone: 'good' }
  return [
    state,
    ...(isObjected(remark) ? [{ text: t.desk.remarks.objected, tone: 'warning' } as const] : []),
    ...(alike.length === 0 ? [] : [{ text: t.desk.remarks.grouped(alike.length + 1), tone: 'plain' } as const]),
    ...(late ? [{ text: t.opinion.late, tone: 'warning' } as const] : []),
  ]
}

function buttonsOf(ctx: Context, round: Round, remark: AnsweredRemark, group: string | undefined): readonly Button[] {
  const { texts: t, actor, now } = ctx
  const coordinates = actor.roles.has('coordinator')
  const { key, answer, words, proposal, part } = remark
  const cut = [...words].length > length.words || [...(proposal ?? '')].length > length.words
  return [
    ...(cut ? [{ label: t.answers.see, intent: showing(round, remark) }] : []),
    ...(part !== undefined && answer === undefined && mayAnswer(ctx, round)
      ? [{ label: t.answers.parts.join, intent: { kind: 'remark.join', round: round.id, remark: key } } as const]
      : []),
    ...(coordinates && answer?.settled === true && phase(round, now) === 'closed'
      ? [
          {
            label: t.answers.return.button,
            intent: { kind: 'answer.return.form', round: round.id, remark: key },
          } as const,
        ]
      : []),
    ...(coordinates && group !== undefined
      ? [{ label: t.desk.remarks.split, intent: { kind: 'remark.split', group } } as const]
      : []),
  ]
}
