import type { Context } from '../../../context.ts'
import { AnswerOutcome } from '../../../contract/intent.ts'
import type { AnswerProgress } from '../../known-remarks/count-answered.ts'
import { keyOf, shortKeyOf } from '../../known-remarks/fingerprint.ts'
import { inParts, type Part, readParts } from '../../known-remarks/remark-parts.ts'
import type { Round } from '../../rounds/rounds.ts'
import { type Remark, readRemarks } from '../read-remarks.ts'
import { readGroups, standingGroups } from '../remark-groups.ts'

/** What the drafting agency answers to one remark, as it stands. */
export type RemarkAnswer = {
  readonly outcome: AnswerOutcome
  readonly words: string
  readonly settled: boolean
  readonly revision: number
  /** Why a coordinator sent it back. */
  readonly returned: string | null
  /** The publication that told its author of it as it stands. */
  readonly publishedIn: number | null
  /** What its author was told last, which stands for them until they are told anew. */
  readonly told: Pick<RemarkAnswer, 'outcome' | 'words'> | null
  /** What its author finds not enough of what they were told, and since when; `in`: the publication that it is about. */
  readonly objection: { readonly words: string; readonly at: Date; readonly in: number } | null
  /** The id of whoever wrote it last. */
  readonly byId: string
  readonly at: Date
}

/** A remark with its answer, if it has one. `number`: its place in the order of the record, from 1. */
export type AnsweredRemark = Remark & {
  readonly key: string
  /** Of a remark that was split: which part it is. `words` are the part's. */
  readonly part?: Part
  readonly number: number
  readonly answer: RemarkAnswer | undefined
  /** Grows with every change of its answer, one that was undone included; 0: it never had one. */
  readonly revision: number
  /** The others that a coordinator put into one row of the record with it. */
  readonly alike: readonly Remark[]
}

/** Every remark of a round once, however often its author wrote it, in the order of the record. */
export async function readAnswered(ctx: Context, round: Round): Promise<readonly AnsweredRemark[]> {
  const [remarks, answers, groups, parts] = await Promise.all([
    readRemarks(ctx, round),
    ctx.db.remarkAnswer.findMany({ where: { roundId: round.id } }),
    readGroups(ctx, round.id),
    readParts(ctx, round.id),
  ])
  const byKey = new Map(answers.map((answer) => [keyOf(answer), answer]))
  const distinct = [...new Map(remarks.map((remark) => [keyOf(remark), remark])).values()]
  const groupOf = new Map(
    standingGroups(groups, distinct).flatMap(({ remarks: alike }) => alike.map((one) => [keyOf(one), alike] as const)),
  )
  return inParts(distinct, parts).map((remark, place) => {
    const stored = byKey.get(keyOf(remark))
    return {
      ...remark,
      words: remark.part?.words ?? remark.words,
      key: shortKeyOf(remark),
      number: place + 1,
      revision: stored?.revision ?? 0,
      answer:
        stored === undefined || stored.state === 'open'
          ? undefined
          : {
              ...stored,
              outcome: AnswerOutcome.parse(stored.outcome),
              settled: stored.state === 'settled',
              told: toldOf(stored),
              objection: objectionOf(stored),
            },
      alike: (groupOf.get(keyOf(remark)) ?? []).filter((one) => keyOf(one) !== keyOf(remark)),
    }
  })
}

const toldOf = ({ toldOutcome, toldWords }: { toldOutcome: string | null; toldWords: string | null }) =>
  toldOutcome === null ? null : { outcome: AnswerOutcome.parse(toldOutcome), words: toldWords ?? '' }

function objectionOf({ objection: words, objectedAt: at, objectedIn }: StoredObjection): RemarkAnswer['objection'] {
  return words === null || at === null || objectedIn === null ? null : { words, at, in: objectedIn }
}

type StoredObjection = {
  readonly objection: string | null
  readonly objectedAt: Date | null
  readonly objectedIn: number | null
}

/** Whether its author finds the answer that stands not enough: one that is written anew is another one. */
export const isObjected = ({ answer }: Pick<AnsweredRemark, 'answer'>): boolean =>
  answer?.objection != null && answer.objection.in === answer.publishedIn

/** Whether its author may still say so: once, of what stands as they were told. */
export const mayObject = ({ answer }: Pick<AnsweredRemark, 'answer'>): boolean =>
  answer !== undefined && answer.publishedIn !== null && answer.objection === null

/** Whether it is settled, and its author has not been told of it as it stands. */
export const isUntold = ({ answer }: Pick<AnsweredRemark, 'answer'>): boolean =>
  answer?.settled === true && answer.publishedIn === null

/** Whether the agency has yet to answer it, or to answer anew what was sent back. */
export const isOpen = ({ answer }: Pick<AnsweredRemark, 'answer'>): boolean =>
  answer === undefined || answer.returned !== null

/** Whether it is a draft that waits to be settled. */
export const isDraft = ({ answer }: Pick<AnsweredRemark, 'answer'>): boolean =>
  answer !== undefined && !answer.settled && answer.returned === null

/** How far the answering has come, of remarks that were read. */
export const progressOf = (all: readonly AnsweredRemark[]): AnswerProgress => ({
  remarks: all.length,
  open: all.filter(isOpen).length,
  drafts: all.filter(isDraft).length,
  objected: all.filter(isObjected).length,
})

/** Only what has no answer is split: what was written about the whole would be lost. */
export const canPart = ({ answer, part, words }: AnsweredRemark): boolean =>
  answer === undefined && part === undefined && words.trim().includes(' ')

/** Only taking up as a whole and taking note say enough without words. */
export const needsWords = (outcome: AnswerOutcome): boolean => outcome === 'partly' || outcome === 'explain'

/** A remark with what its author was told last. */
export type ToldRemark = AnsweredRemark & {
  readonly answer: RemarkAnswer
  readonly told: NonNullable<RemarkAnswer['told']>
}

/** Somebody's own remarks with what they were told of the answers last, also while the agency writes another one. */
export const publishedTo = (person: string, remarks: readonly AnsweredRemark[]): readonly ToldRemark[] =>
  remarks.flatMap((remark) => {
    const { personId, answer } = remark
    return personId === person && answer !== undefined && answer.told !== null
      ? [{ ...remark, answer, told: answer.told }]
      : []
  })
