import type { Texts } from '../../texts/texts.ts'
import { cleanLine, cleanWords } from './clean-words.ts'
import { lettersOf, marksOf, titlesOf } from './layout.ts'
import { noticesOf } from './preamble.ts'
import { type Asked, bodyOf, type RecordSource } from './record-source.ts'
import type { SheetBlock, SheetDocument } from './sheet-document.ts'

/** Lines to write on, on the ballot of somebody who has not answered. */
const emptyLines = 8

/**
 * The ballots of those who answered, a page each, by organisation; of one person, whether they answered or not, where
 * `person` names them: an empty one is there to be filled in by hand. Pure.
 */
export function layOutBallots(source: RecordSource, texts: Texts, person?: string): SheetDocument {
  const t = texts.recordTable
  const { title, about } = titlesOf(source.item, texts)
  const compare = new Intl.Collator(texts.locale).compare
  const whose = source.asked
    .filter(({ personId, answer }) => (person === undefined ? answer !== undefined : personId === person))
    .toSorted((one, other) => compare(bodyOf(one), bodyOf(other)) || compare(one.name, other.name))
  return {
    locale: texts.locale,
    title: `${t.ballot.title}: ${title}`,
    subject: about,
    creator: t.creator,
    pageWord: t.pageWord,
    madeAt: source.at,
    pages:
      whose.length === 0 ? [[{ kind: 'line', text: t.ballot.none }]] : whose.map((one) => ballotOf(one, source, texts)),
  }
}

function ballotOf(asked: Asked, source: RecordSource, texts: Texts): readonly SheetBlock[] {
  const t = texts.recordTable
  const { round, zone } = source
  const { answer, name, title, organisation } = asked
  const line = (label: string, text: string): SheetBlock => ({ kind: 'line', label, text })
  const words = answer === undefined ? '' : cleanWords(answer.body)
  return [
    { kind: 'title', text: t.ballot.title },
    { kind: 'subtitle', text: titlesOf(source.item, texts).about },
    ...noticesOf(source, texts).map((text): SheetBlock => ({ kind: 'notice', text })),
    line(t.ballot.person, cleanLine(name)),
    ...(title === null ? [] : [line(t.ballot.title2, texts.called(cleanLine(title)))]),
    ...(organisation === null ? [] : [line(t.ballot.organisation, texts.called(cleanLine(organisation)))]),
    line(t.draft, t.draftAsked(round.draftVersion, t.round(round.number))),
    line(texts.opinion.deadline, texts.deadline(round.dueAt, zone)),
    { kind: 'heading', text: t.ballot.question },
    ...round.positions.map(
      (position): SheetBlock => ({
        kind: 'choice',
        ticked: position === answer?.position,
        text: texts.positions[position],
      }),
    ),
    { kind: 'heading', text: t.ballot.words },
    ...(answer === undefined
      ? Array.from({ length: emptyLines }, (): SheetBlock => ({ kind: 'blank' }))
      : [{ kind: 'line', text: words === '' ? t.ballot.noWords : words } as const]),
    ...(answer === undefined || answer.comments.length === 0
      ? []
      : [
          { kind: 'heading', text: t.ballot.comments } as const,
          {
            kind: 'table',
            shares: [22, 46, 32],
            columns: [texts.opinion.provision, texts.opinion.remark, texts.opinion.proposal],
            rows: answer.comments.map(({ provision, remark, proposal }) => [
              cleanLine(provision),
              cleanWords(remark),
              cleanWords(proposal ?? ''),
            ]),
          } as const,
        ]),
    ...(answer === undefined
      ? []
      : [
          line(texts.opinion.receipt, t.ballot.receipt(answer.receipt, texts.moment(answer.at, zone))),
          ...[...marksOf(answer, texts), ...lettersOf(answer, texts)].map(
            (mark): SheetBlock => ({ kind: 'line', text: t.ballot.mark(mark) }),
          ),
        ]),
    { kind: 'signature', lines: t.ballot.signature, name: cleanLine(name) },
  ]
}
