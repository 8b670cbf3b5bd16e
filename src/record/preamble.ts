import type { Texts } from '../texts/texts.ts'
import { cleanLine } from './clean-words.ts'
import type { Paragraph } from './document.ts'
import { type Answer, type Asked, bodyOf, hasWords, type RecordSource } from './record-source.ts'

type Answered = Asked & { readonly answer: Answer }

/** What stands before the table: legal bases, how many were asked and answered, and by name who agreed, who remarked, who did not answer. */
export function preambleOf(source: RecordSource, texts: Texts): readonly Paragraph[] {
  const t = texts.recordTable
  const { round, item, zone, at } = source
  const compare = new Intl.Collator(texts.locale).compare
  const asked = source.asked.toSorted((one, other) => compare(bodyOf(one), bodyOf(other)))
  const answered = asked.flatMap((one): readonly Answered[] =>
    one.answer === undefined ? [] : [{ ...one, answer: one.answer }],
  )
  const late = answered.filter(({ answer }) => answer.late).length
  const agreed = answered.filter(({ answer }) => answer.position === 'agree' && !hasWords(answer))
  const remarked = answered.filter(({ answer }) => hasWords(answer))
  const wordless = answered.filter(({ answer }) => answer.position !== 'agree' && !hasWords(answer))
  const standing = (wanted: Asked['standing']) =>
    asked.filter(({ standing: one, answer }) => one === wanted && answer === undefined)
  const [deemed, missing, former] = [standing('deemed'), standing('missing'), standing('former')]
  const names = (people: readonly Asked[]) => people.map(nameOf).join('; ')
  const withPosition = (people: readonly Answered[]) =>
    people.map((one) => `${nameOf(one)} (${lowered(texts.positions[one.answer.position])})`).join('; ')
  const line = (label: string, text: string): Paragraph => ({ level: 2, label, text })
  const listed = (label: string, people: readonly Asked[], text: string) =>
    people.length === 0 ? [] : [line(label, text)]
  const counts = round.positions
    .map((position) => {
      const count = answered.filter(({ answer }) => answer.position === position).length
      return `${lowered(texts.positions[position])}: ${count}`
    })
    .join('; ')
  return [
    ...(source.bases.length === 0 ? [] : [{ level: 1, text: t.bases } as const]),
    ...source.bases.map((basis): Paragraph => ({ level: 2, text: cleanLine(basis) })),
    { level: 1, text: t.consultation },
    line(t.draft, t.draftAsked(round.draftVersion, t.round(round.number))),
    ...(item.draftingAgency === null ? [] : [line(t.agency, cleanLine(item.draftingAgency))]),
    line(t.period, t.fromTo(texts.moment(round.openedAt, zone), texts.deadline(round.dueAt, zone))),
    line(t.drawnUp, texts.moment(at, zone)),
    { level: 1, text: t.results },
    line(t.askedCount, String(source.total)),
    line(t.answeredCount, t.answeredOf(answered.length, late)),
    line(t.byPosition, counts),
    ...listed(t.agreed(agreed.length), agreed, names(agreed)),
    ...listed(t.remarked(remarked.length), remarked, withPosition(remarked)),
    ...listed(t.wordless(wordless.length), wordless, withPosition(wordless)),
    ...listed(t.deemed(deemed.length, cleanLine(round.silenceBasis ?? '')), deemed, names(deemed)),
    ...listed(t.missing(missing.length), missing, names(missing)),
    ...listed(t.former(former.length), former, names(former)),
  ]
}

/** What a reader must know before anything else. */
export function noticesOf({ round, zone, at }: RecordSource, texts: Texts): readonly string[] {
  const t = texts.recordTable
  switch (round.phase) {
    case 'open':
    case 'late':
      return [t.stillOpen(texts.moment(at, zone))]
    case 'withdrawn':
      return [t.withdrawn(round.changeReason === null ? undefined : cleanLine(round.changeReason))]
    case 'closed':
      return []
    default:
      return round.phase satisfies never
  }
}

const nameOf = (asked: Asked): string => {
  const name = cleanLine(asked.name)
  return asked.organisation === null ? name : `${cleanLine(asked.organisation)} – ${name}`
}

const lowered = (words: string) => `${words.charAt(0).toLowerCase()}${words.slice(1)}`
