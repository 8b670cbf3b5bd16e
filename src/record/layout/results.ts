import { Position } from '../../contract/intent.ts'
import type { Texts } from '../../texts/texts.ts'
import { cleanLine } from './clean-words.ts'
import { titlesOf } from './layout.ts'
import { noticesOf, periodOf } from './preamble.ts'
import type { RecordSource } from './record-source.ts'
import type { SheetBlock, SheetDocument } from './sheet-document.ts'

/**
 * The counts of a round on one sheet: how many were asked, answered by position, deemed, missing, each with its bar.
 * `moreThanHalf`: whether it also says if more than half of those asked agree, which the operator switches on; it never
 * says that anything is adopted. Pure.
 */
export function layOutResults(source: RecordSource, texts: Texts, moreThanHalf = false): SheetDocument {
  const t = texts.recordTable
  const { round, item, zone, at, total, asked } = source
  const { title, about } = titlesOf(item, texts)
  const count = (wanted: (typeof asked)[number]['standing']) =>
    asked.filter(({ standing, answer }) => standing === wanted && answer === undefined).length
  const chose = (position: Position) => asked.filter(({ answer }) => answer?.position === position).length
  const answered = asked.filter(({ answer }) => answer !== undefined)
  const late = answered.filter(({ answer }) => answer?.late === true).length
  const [deemed, missing, former] = [count('deemed'), count('missing'), count('former')]
  const bar = (label: string, done: number): SheetBlock => ({
    kind: 'bar',
    label: t.counts.bar(label, done, total, total === 0 ? 0 : Math.round((done * 1000) / total) / 10),
    done,
    total,
  })
  // Positions that the round offers, and one that somebody chose before it was changed.
  const positions = Position.options.filter((one) => round.positions.includes(one) || chose(one) > 0)
  const line = (label: string, text: string): SheetBlock => ({ kind: 'line', label, text })
  const basis = cleanLine(round.silenceBasis ?? '')
  return {
    locale: texts.locale,
    title: `${t.counts.title}: ${title}`,
    subject: about,
    creator: t.creator,
    pageWord: t.pageWord,
    madeAt: at,
    pages: [
      [
        { kind: 'title', text: t.counts.title },
        { kind: 'subtitle', text: about },
        ...noticesOf(source, texts).map((text): SheetBlock => ({ kind: 'notice', text })),
        line(t.draft, t.draftAsked(round.draftVersion, t.round(round.number))),
        line(t.period, periodOf(source, texts)),
        line(t.drawnUp, texts.moment(at, zone)),
        line(t.askedCount, String(total)),
        line(t.answeredCount, t.answeredOf(answered.length, late)),
        { kind: 'heading', text: t.counts.answered },
        ...positions.map((position) => bar(texts.positions[position], chose(position))),
        { kind: 'heading', text: t.counts.silent },
        ...(round.silence === 'deemed' ? [bar(t.counts.deemed(basis), deemed)] : []),
        bar(texts.standings.missing, missing),
        ...(former === 0 ? [] : [line(t.counts.former, String(former))]),
        ...(moreThanHalf ? halfOf(source, texts, chose) : []),
        { kind: 'notice', text: texts.board.notAdoption },
      ],
    ],
  }
}

/**
 * Whether more than half of all who were asked agree (the rule of the Government's working regulations, Decree
 * 138/2016/NĐ-CP, in summary; whether it holds for the body at hand is the operator's to say). Silence that counts as
 * consent is not among them.
 */
function halfOf({ total }: RecordSource, texts: Texts, chose: (position: Position) => number): readonly SheetBlock[] {
  const t = texts.recordTable.counts
  const [plainly, withRemarks] = [chose('agree'), chose('agree-with-comments')]
  const agreeing = plainly + withRemarks
  return [
    { kind: 'heading', text: t.half },
    { kind: 'line', text: t.halfOf(plainly, withRemarks, agreeing, total, agreeing * 2 > total) },
  ]
}
