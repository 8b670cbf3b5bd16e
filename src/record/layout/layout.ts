import type { Standing } from '../../contract/intent.ts'
import { headingWords } from '../../opinions/remarks/heading-words.ts'
import { comparePlaces, nowhere, type RemarkPlace } from '../../opinions/remarks/remark-place.ts'
import type { Texts } from '../../texts/texts.ts'
import { cleanLine, cleanWords } from './clean-words.ts'
import type { Author, Group, Row, TableDocument } from './document.ts'
import { noticesOf, preambleOf } from './preamble.ts'
import { type Answer, type Asked, bodyOf, hasWords, type RecordSource } from './record-source.ts'

/** A remark on its own, before rows are made. */
type Single = {
  readonly id: string
  readonly asked: Asked & { readonly answer: Answer }
  /** Undefined for a general remark. */
  readonly provision: string | undefined
  readonly place: RemarkPlace
  readonly provisionText: string
  readonly words: string
  readonly proposal: string | undefined
}

/**
 * Lays out the consolidated table of a round in the language of `texts`: general remarks first, then in the draft's order,
 * within a provision by organisation. Pure: the same source gives the same document. Whoever has no row is named in the
 * preamble; answered, deemed and missing are never mixed.
 */
export function layOutRecord(source: RecordSource, texts: Texts): TableDocument {
  const t = texts.recordTable
  const { item, round } = source
  const compare = new Intl.Collator(texts.locale).compare
  const singles = source.asked.flatMap(remarksOf).toSorted(
    (one, other) =>
      Number(one.provision !== undefined) - Number(other.provision !== undefined) ||
      comparePlaces(one.place, other.place) ||
      // Where no place was found, the same words belong together.
      (one.place.heading === undefined ? compare(one.provision ?? '', other.provision ?? '') : 0) ||
      compare(bodyOf(one.asked), bodyOf(other.asked)) ||
      compare(one.asked.name, other.asked.name),
  )
  const author = (asked: Asked) => authorOf(asked, texts)
  const withoutRows = source.asked
    .filter(({ answer }) => answer === undefined || !hasWords(answer))
    .toSorted(
      (one, other) =>
        order.indexOf(one.standing) - order.indexOf(other.standing) || compare(bodyOf(one), bodyOf(other)),
    )
  return {
    locale: texts.locale,
    title: t.title,
    about: titlesOf(item, texts).about,
    notices: noticesOf(source, texts),
    preamble: preambleOf(source, texts),
    columns: t.columns,
    groups: groupsOf(rowsOf(singles, source, author, texts), texts),
    noRows: t.noRemarks,
    proposalLabel: texts.opinion.proposal,
    creator: t.creator,
    pageWord: t.pageWord,
    roundName: `${t.round(round.number)} (${texts.board.phase[round.phase]})`,
    sheet: t.sheet,
    withoutRows: withoutRows.map(author),
    madeAt: source.at,
  }
}

/** The item's title in the language of `texts`, and what a document says below its own. */
export function titlesOf(item: RecordSource['item'], texts: Texts): { readonly title: string; readonly about: string } {
  const title = cleanLine(texts.locale === 'en' ? (item.titleEn ?? item.title) : item.title)
  const type = cleanLine(texts.locale === 'en' ? (item.typeEn ?? item.type) : item.type)
  return { title, about: texts.recordTable.about(type, title) }
}

const order: readonly Standing[] = ['answered', 'late', 'deemed', 'missing', 'former']

function remarksOf(asked: Asked): readonly Single[] {
  const { answer } = asked
  if (answer === undefined) return []
  const who = { ...asked, answer }
  const general =
    answer.body.trim() === ''
      ? []
      : [
          {
            ...{ id: answer.id, asked: who, provision: undefined, place: nowhere, proposal: undefined },
            provisionText: '',
            words: cleanWords(answer.body),
          },
        ]
  const comments = answer.comments.map(({ id, provision, place, provisionText, remark, proposal }) => ({
    ...{ id, asked: who, place, provision: cleanLine(provision), words: cleanWords(remark) },
    provisionText: cleanWords(provisionText ?? ''),
    proposal: proposal === null || proposal.trim() === '' ? undefined : cleanWords(proposal),
  }))
  return [...general, ...comments]
}

function authorOf(asked: Asked, texts: Texts): Author {
  const { answer, name, organisation, standing } = asked
  return {
    body: texts.called(cleanLine(bodyOf(asked))),
    // A seat without a name of its own is called after its body, which stands above it.
    person: organisation === null || cleanLine(name).includes(cleanLine(organisation)) ? '' : cleanLine(name),
    position: answer === undefined ? '' : texts.positions[answer.position],
    standing: texts.standings[standing],
    marks: answer === undefined ? [] : marksOf(answer, texts),
    letters: answer === undefined ? [] : lettersOf(answer, texts),
    first: true,
  }
}

/** What must be seen beside an answer: that it was late, recorded for somebody, or sent by a delegate. */
export function marksOf(answer: Answer, texts: Texts): readonly string[] {
  const t = texts.recordTable
  return [
    ...(answer.late ? [t.late] : []),
    ...(answer.recordedSource === null ? [] : [t.recordedFor(cleanLine(answer.recordedSource))]),
    ...(answer.sentBy === undefined ? [] : [t.delegated(cleanLine(answer.sentBy))]),
  ]
}

/** What came with an answer: number and day of a letter, else what its file is called. */
export const lettersOf = (answer: Answer, texts: Texts): readonly string[] =>
  answer.letters.map(({ name, number, dated }) =>
    texts.recordTable.letter(cleanLine(number ?? name), dated === null ? undefined : texts.day(dated)),
  )

/** Rows in the order of the remarks; several that were put together stand where the first of them stands. */
function rowsOf(
  singles: readonly Single[],
  { together, replies }: Pick<RecordSource, 'together' | 'replies'>,
  author: (asked: Asked) => Author,
  t: Texts,
): readonly (Row & { readonly first: Single })[] {
  const replyOf = new Map(
    [...Map.groupBy(replies, ({ id }) => id)].map(([id, own]) => [id, own.map((one) => replyWords(one, t)).join('\n')]),
  )
  const setOf = new Map(together.flatMap((set) => set.ids.map((id) => [id, set] as const)))
  const done = new Set<string>()
  const named = new Set<string>()
  return singles.flatMap((first) => {
    if (done.has(first.id)) return []
    const { ids, words: common } = setOf.get(first.id) ?? { ids: [first.id], words: null }
    const members = ids.length === 1 ? [first] : singles.filter(({ id }) => ids.includes(id))
    for (const { id } of members) done.add(id)
    const alike = members.every(({ words, proposal }) => words === first.words && proposal === first.proposal)
    const said = (alike ? [first] : members).map(({ asked, words, proposal }) => ({
      ...(alike ? {} : { by: t.called(cleanLine(bodyOf(asked))) }),
      words,
      ...(proposal === undefined ? {} : { proposal }),
    }))
    const authors = [...new Map(members.map(({ asked }) => [asked.personId, asked])).values()].map((asked) => ({
      ...author(asked),
      first: !named.has(asked.personId),
    }))
    for (const { asked } of members) named.add(asked.personId)
    const texts = [...new Set(members.map(({ provisionText }) => provisionText))].filter((text) => text !== '')
    return [
      {
        provision: provisionsOf(members) || t.recordTable.groups.general,
        provisionText: texts.join('\n'),
        authors,
        remarks: common === null ? said : [{ by: t.remarks.common, words: cleanWords(common) }, ...said],
        answer: answerTo(members, replyOf, t),
        first,
      },
    ]
  })
}

/** What was done with a remark, and why: `Giải trình: …`; without words the outcome alone. */
function replyWords({ outcome, words, part }: RecordSource['replies'][number], { recordTable: t }: Texts): string {
  const said = words.trim() === '' ? `${t.outcomes[outcome]}.` : `${t.outcomes[outcome]}: ${cleanWords(words)}`
  return part === undefined ? said : t.ofPart(part, said)
}

/** The answer to all of a row; where they are not the same, or some have none, each with whom it answers. */
function answerTo(members: readonly Single[], replyOf: ReadonlyMap<string, string>, t: Texts): string {
  const replies = members.map(({ id }) => replyOf.get(id) ?? '')
  const [first = ''] = replies
  if (replies.every((reply) => reply === first)) return first
  const said = members.flatMap(({ asked }, at) =>
    replies[at] === '' ? [] : [`${t.called(cleanLine(bodyOf(asked)))}: ${replies[at]}`],
  )
  return [...new Set(said)].join('\n')
}

/** How a row's remarks name their provisions: each place once, however it was written. */
function provisionsOf(members: readonly Single[]): string {
  const places = members.filter(
    ({ provision, place }, at) =>
      members.findIndex((other) => other.provision === provision || samePlace(other.place, place)) === at,
  )
  return places.flatMap(({ provision }) => provision ?? []).join('; ')
}

const samePlace = (one: RemarkPlace, other: RemarkPlace): boolean =>
  one.heading !== undefined && other.heading !== undefined && comparePlaces(one, other) === 0

function groupsOf(rows: readonly (Row & { readonly first: Single })[], texts: Texts): readonly Group[] {
  const groups = new Map<string, Row[]>()
  for (const { first, ...row } of rows) {
    const heading =
      first.provision === undefined
        ? texts.recordTable.groups.general
        : cleanLine(headingWords(first.place.heading, texts))
    const group = groups.get(heading) ?? []
    group.push(row)
    groups.set(heading, group)
  }
  return [...groups].map(([heading, inGroup]) => ({ heading, rows: inGroup }))
}
