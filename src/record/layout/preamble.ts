import type { Texts } from '../../texts/texts.ts'
import { cleanLine } from './clean-words.ts'
import type { Paragraph } from './document.ts'
import { type Answer, type Asked, bodyOf, hasWords, type RecordSource } from './record-source.ts'

type Answered = Asked & { readonly answer: Answer }

/** What stands before the table: legal bases, how many were asked and answered, and by name who agreed, who remarked, who did not answer. */
export function preambleOf(source: RecordSource, texts: Texts): readonly Paragraph[] {
  const t = texts.recordTable
  const { item, bases, round } = source
  const facts = factsOf(source, texts)
  const line = (label: string, text: string): Paragraph => ({ level: 2, label, text })
  const listed = (label: (n: number) => string, { count, names }: Listed) =>
    count === 0 ? [] : [line(label(count), names)]
  return [
    ...(bases.length === 0 ? [] : [{ level: 1, text: t.bases } as const]),
    ...bases.map((basis): Paragraph => ({ level: 2, text: cleanLine(basis) })),
    { level: 1, text: t.consultation },
    line(t.draft, facts.draft),
    ...(item.draftingAgency === null ? [] : [line(t.agency, facts.agency)]),
    line(t.period, facts.period),
    line(t.drawnUp, facts.drawnUp),
    { level: 1, text: t.results },
    line(t.askedCount, facts.asked),
    line(t.answeredCount, facts.answered),
    line(t.byPosition, facts.positions),
    ...listed(t.agreed, facts.agreed),
    ...listed(t.remarked, facts.remarked),
    ...listed(t.wordless, facts.wordless),
    ...listed((n) => t.deemed(n, cleanLine(round.silenceBasis ?? '')), facts.deemed),
    ...listed(t.missing, facts.missing),
    ...listed(t.former, facts.former),
  ]
}

/** The same for an operator's own form, by the names of its fields; a list of people as `2 (A; B)`, nobody as `0`. */
export function preambleFields(source: RecordSource, texts: Texts) {
  const { bases, item, round, zone } = source
  const facts = factsOf(source, texts)
  const { agreed, remarked, wordless, deemed, missing, former, ...words } = facts
  return {
    ...words,
    bases: bases.map(cleanLine).join('\n'),
    item: cleanLine(item.key),
    round: String(round.number),
    deadline: texts.deadline(round.dueAt, zone),
    agreed: counted(agreed),
    remarked: counted(remarked),
    wordless: counted(wordless),
    deemed: counted(deemed),
    missing: counted(missing),
    former: counted(former),
  }
}

const counted = ({ count, names }: Listed): string => (count === 0 ? '0' : `${count} (${names})`)

type Listed = { readonly count: number; readonly names: string }

function factsOf(source: RecordSource, texts: Texts) {
  const t = texts.recordTable
  const { round, item, zone, at } = source
  const compare = new Intl.Collator(texts.locale).compare
  const asked = source.asked.toSorted((one, other) => compare(bodyOf(one), bodyOf(other)))
  const answered = asked.flatMap((one): readonly Answered[] =>
    one.answer === undefined ? [] : [{ ...one, answer: one.answer }],
  )
  const late = answered.filter(({ answer }) => answer.late).length
  const listed = (people: readonly Asked[]): Listed => ({
    count: people.length,
    names: people.map((one) => nameOf(one, texts)).join('; '),
  })
  const withPosition = (people: readonly Answered[]): Listed => ({
    count: people.length,
    names: people.map((one) => `${nameOf(one, texts)} (${lowered(texts.positions[one.answer.position])})`).join('; '),
  })
  const silent = (wanted: Asked['standing']) =>
    listed(asked.filter(({ standing, answer }) => standing === wanted && answer === undefined))
  const positions = round.positions.map((position) => {
    const count = answered.filter(({ answer }) => answer.position === position).length
    return `${lowered(texts.positions[position])}: ${count}`
  })
  return {
    draft: t.draftAsked(round.draftVersion, t.round(round.number)),
    agency: item.draftingAgency === null ? texts.notStated : texts.called(cleanLine(item.draftingAgency)),
    period: periodOf(source, texts),
    drawnUp: texts.moment(at, zone),
    asked: String(source.total),
    answered: t.answeredOf(answered.length, late),
    late: String(late),
    positions: positions.join('; '),
    agreed: listed(answered.filter(({ answer }) => answer.position === 'agree' && !hasWords(answer))),
    remarked: withPosition(answered.filter(({ answer }) => hasWords(answer))),
    wordless: withPosition(answered.filter(({ answer }) => answer.position !== 'agree' && !hasWords(answer))),
    deemed: silent('deemed'),
    missing: silent('missing'),
    former: silent('former'),
  }
}

/** From the opening to the deadline; of a round that was closed before it, to when that was. */
export function periodOf({ round, zone }: RecordSource, texts: Texts): string {
  const { openedAt, dueAt, endedAt, phase } = round
  const t = texts.recordTable
  const due = texts.deadline(dueAt, zone)
  const early = phase === 'closed' && endedAt !== undefined && endedAt < dueAt
  return t.fromTo(texts.moment(openedAt, zone), early ? t.closedEarly(texts.moment(endedAt, zone), due) : due)
}

/** What a reader must know before anything else. */
export function noticesOf({ round, zone, at, unanswered }: RecordSource, texts: Texts): readonly string[] {
  const t = texts.recordTable
  switch (round.phase) {
    case 'open':
    case 'late':
      return [t.stillOpen(texts.moment(at, zone))]
    case 'withdrawn':
      return [t.withdrawn(round.changeReason === null ? undefined : cleanLine(round.changeReason))]
    case 'closed':
      return unanswered === 0 ? [] : [t.unanswered(unanswered)]
    default:
      return round.phase satisfies never
  }
}

const nameOf = (asked: Asked, { called }: Pick<Texts, 'called'>): string => {
  const name = cleanLine(asked.name)
  return asked.organisation === null ? name : `${called(cleanLine(asked.organisation))} – ${name}`
}

const lowered = (words: string) => `${words.charAt(0).toLowerCase()}${words.slice(1)}`
