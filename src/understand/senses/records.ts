import type { Intent, RecordWhat } from '../../contract/intent.ts'
import { unusedOf, valuesUsed } from '../engine/fit.ts'
import { range } from '../engine/places.ts'
import { type Reading, valuesOf } from '../engine/reading.ts'
import type { Fit, Need, Sense } from '../engine/sense.ts'
import { typed } from '../engine/sentence.ts'
import { type FoundItems, itemsAmong, NOTHING_FOUND } from '../names/items.ts'
import { accountOf } from '../opinions/account.ts'
import { LONGEST_WORDS, wordsOf } from '../opinions/words-of.ts'
import { phraseAt, plainBook, wordSet } from '../phrases.ts'
import type { Concept } from '../words/concepts.ts'
import {
  ABOUT_PARTS,
  DRAFT_VERBS,
  FINDING,
  IN_DRAFT,
  MENTIONING,
  OPENS_SEARCH,
  PARTS_OF_DRAFT,
  WHERE_IN_DRAFT,
  WITH_MENTION,
} from '../words/drafts.ts'
import type { Phrases } from '../words/phrases.ts'
import { RECORD_VERBS } from '../words/record.ts'
import { REMARK_VERBS } from '../words/remarks.ts'
import { ROUND_VERBS, WEAK_ROUND_VERBS } from '../words/rounds.ts'
import { deadlineIn, each, intent, leaving, missing, namesIn, quoted } from './build.ts'

/** Documents about a round, its draft, its remarks, and opinions recorded for somebody absent. */
export const RECORDS: readonly Sense[] = [
  document(
    'table',
    RECORD_VERBS.export,
    [
      ['export', 'table'],
      ['table', '#item'],
      ['export', 'answer', '#item', '!dossier', '!ballots', '!receipt', '!giveOpinion'],
      ['table', '#format'],
    ],
    ['export', 'table', 'answer', 'round', 'draft', 'show', 'remarks', 'me', 'toAll', 'done', 'what'],
  ),
  document(
    'ballots',
    RECORD_VERBS.ballots,
    [
      ['export', 'ballots'],
      ['ballots', '#item'],
    ],
    ['export', 'ballots', 'askOpinions', 'round', 'show', 'draft', 'mine'],
  ),
  document(
    'dossier',
    RECORD_VERBS.dossier,
    [
      ['export', 'dossier'],
      ['dossier', '#item'],
      ['dossier', '#format'],
    ],
    ['export', 'dossier', 'askOpinions', 'round', 'show', 'draft'],
  ),
  document(
    'results',
    RECORD_VERBS.counts,
    [
      ['export', 'counts', '#item'],
      ['counts', 'askOpinions'],
      ['counts', '#item', '#format'],
      ['counts', '#format'],
    ],
    ['export', 'counts', 'askOpinions', 'round', 'show', 'draft'],
  ),
  {
    id: 'draft.read',
    does: 'shows',
    prior: 0.2,
    own: DRAFT_VERBS.draft,
    patterns: [
      ['own'],
      ['show', 'draft', '#item'],
      ['find', 'draft', '#item'],
      ['where', 'draft', '#item'],
      ['#provision', '#item', '!answer'],
      ['#provision', 'draft', '!answer'],
      ['#provision', 'what', '!answer', '!toAll'],
      ['sendTo', 'draft', '#item'],
      ['export', 'draft', '#item', '!table'],
    ],
    helps: ['show', 'draft', 'find', 'export', 'me', 'what', 'where', 'said', 'sendTo', 'rules', 'how', 'state'],
    takes: ['item', 'provision'],
    build: (fit, reading) => {
      const [provision] = valuesUsed(fit, 'provision')
      if (provision !== undefined && fit.left.length > 0) return undefined
      // "Cụm 'dữ liệu nhạy cảm' nằm ở chỗ nào".
      const sought = quoted(reading) ?? provision?.value.typed
      const words = sought === undefined ? {} : { words: sought }
      return each(fit, reading, (item) => ({ kind: 'draft.find', item, ...words }))
    },
  },
  {
    id: 'draft.find',
    does: 'shows',
    patterns: [],
    fit: fitFinding,
    build: (fit, reading) => {
      const { words } = fit
      return words === undefined ? undefined : each(fit, reading, (item) => ({ kind: 'draft.find', item, words }))
    },
  },
  {
    id: 'remarks',
    does: 'shows',
    own: REMARK_VERBS.remarks,
    patterns: [
      ['own', '!myAnswer', '!iSent'],
      ['remarks', 'show', '#item', '!myAnswer', '!iSent'],
      ['said', '#item', 'what', '!#provision', '!myAnswer'],
      ['remarks', '#item', 'what', '!myAnswer', '!iSent', '!askOpinions'],
      ['answer', '#provision', 'who', '!mine'],
      ['weak', '#item', '!myAnswer', '!export', '!takeBack', '!edit', '!howMany'],
      ['answer', '#provision', 'show', '!mine'],
      ['answer', '#provision', 'what', '!mine'],
      ['answer', '#provision', 'toAll', '!mine'],
      ['answer', '#provision', '#body', '!mine'],
      ['said', '#provision', 'toAll'],
      ['said', '#provision', '#body'],
      ['said', '#item', 'toAll', 'what'],
      ['answer', '#item', 'toAll', 'what', '!mine', '!notYet'],
      ['answer', '#item', 'toAll', 'sao', '!mine', '!notYet'],
      ['answer', '#item', 'toAll', 'show', '!mine', '!notYet'],
      ['answer', '#item', '#body', 'what', '!mine', '!notYet'],
      ['byArticle', 'answer', '#item'],
      ['byArticle', 'remarks'],
      ['remarks', '#provision', '!myAnswer', '!iSent', '!group', '!find'],
      ['remarks', 'draft', '!myAnswer', '!iSent', '!#item', 'show'],
      ['remarks', '#moment', '!myAnswer', '!iSent', '!group', '!#team', '!#unit', '!#item', '!find'],
    ],
    weak: { vi: [], en: ['comments on', 'comments about', 'comments'] },
    helps: [
      'mine',
      'show',
      'remarks',
      'round',
      'draft',
      'me',
      'answer',
      'said',
      'what',
      'toAll',
      'byArticle',
      'sao',
      'who',
      'done',
      'how',
    ],
    takes: ['item', 'provision', 'body', 'moment'],
    build: (fit, reading) => {
      // "góp ý ND-DLCN Điều 5" gives one, where who types may; the agency that drafts and the secretariat ask for them.
      const { roles } = reading.vocabulary
      const asks =
        fit.verbs.length > 0 ||
        [...fit.signs].some((sign) => !['answer', 'remarks', 'me', 'round', 'draft'].includes(sign))
      if (!asks && roles?.has('coordinator') !== true && roles?.has('drafter') !== true) return undefined
      return each(fit, reading, (item) => ({ kind: 'remark.list', item }))
    },
  },
  {
    id: 'remarks.answers',
    does: 'shows',
    own: REMARK_VERBS.answers,
    patterns: [['own']],
    helps: ['remarks', 'answer', 'draft', 'round', 'toAll', 'show', 'what', 'notYet', 'me', 'mine', 'done', 'howMany'],
    takes: ['item', 'provision', 'body'],
    build: (fit, reading) => each(fit, reading, (item) => ({ kind: 'answer.list', item })),
  },
  {
    id: 'remarks.due',
    does: 'forms',
    own: REMARK_VERBS.due,
    weak: REMARK_VERBS.dueWith,
    patterns: [['own'], ['weak', 'deadline', '#item', '#moment']],
    helps: ['deadline', 'remarks', 'answer', 'draft', 'round', 'becomes'],
    takes: ['item', 'moment'],
    build: (fit, reading) => {
      const { day, time, rest } = deadlineIn(fit, reading)
      const of = (item: string): Intent => ({
        kind: 'answer.due.form',
        item,
        ...(day === undefined ? {} : { day }),
        ...(time === undefined ? {} : { time }),
      })
      return leaving(each(fit, reading, of), reading, rest)
    },
    asked: (fit, reading) => each(fit, reading, (item) => ({ kind: 'answer.list', item })),
  },
  {
    id: 'remarks.group',
    does: 'forms',
    own: REMARK_VERBS.group,
    patterns: [
      ['own'],
      ['group', 'remarks', '#item'],
      ['group', 'answer', '#item'],
      ['group', 'remarks', '#provision'],
      ['group', 'answer', '#provision'],
    ],
    helps: ['group', 'remarks', 'answer', 'draft', 'round', 'alike', 'toAll', 'said', 'byArticle', 'sendTo'],
    takes: ['item', 'provision'],
    build: (fit, reading) => {
      // Without marks "gop y" is "góp ý", not "gộp ý".
      const [group] = reading.cues.filter(({ means }) => means === 'group')
      if (!reading.marked && fit.verbs.length === 0 && group !== undefined && reading.text[group.end]?.folded === 'y')
        return undefined
      return each(fit, reading, (item) => ({ kind: 'remark.group.form', item }))
    },
    asked: (fit, reading) => each(fit, reading, (item) => ({ kind: 'remark.list', item })),
  },
  {
    id: 'record',
    does: 'forms',
    own: ROUND_VERBS.record,
    weak: WEAK_ROUND_VERBS.record,
    patterns: [
      ['own'],
      ['weak', '#item'],
      ['record', '#body', '#item'],
      ['record', 'answer', '#item'],
      ['record', '#body', '#position'],
      ['#body', '#position', 'bySource'],
      ['#body', '#position', 'said'],
      ['#body', '#position', 'record'],
    ],
    helps: ['record', 'answer', 'instead', 'bySource', 'said', 'draft', 'round', 'agree', 'done'],
    takes: ['item', 'body', 'person', 'position', 'moment'],
    quotes: true,
    build: (fit, reading) => {
      const [body0] = valuesUsed(fit, 'body')
      // "MOJ says agree, MOF says disagree": two are to be recorded.
      const stances = new Set(valuesOf(reading, 'position').map(({ value }) => value.position))
      if (stances.size > 1 && new Set(valuesOf(reading, 'body').map(({ value }) => value.name)).size > 1)
        return undefined
      const account = accountOf(reading, MANY_LEFT)
      // "I think that Justice agrees", "tell Justice that we agree": nobody passes on an opinion.
      if (account === 'refused' || (account?.ours === true && account.who === undefined)) return undefined
      const said =
        account === undefined
          ? undefined
          : wordsOf(reading, account.stance, { ...account, denied: account.stance.start })
      const [first] = namesIn(fit, reading)
      // "Mr Tuan from MOIT rang": the ministry answers.
      const name = body0 === undefined ? first : typed(reading, body0.start, body0.end)
      const [position] = valuesUsed(fit, 'position')
      // Who may only answer for themselves is not recorded by others.
      const { roles, self } = reading.vocabulary
      if (
        roles !== undefined &&
        !roles.has('coordinator') &&
        body0 !== undefined &&
        self?.includes(body0.value.name) === true
      )
        return undefined
      if (
        roles?.has('coordinator') === false &&
        body0 === undefined &&
        reading.text.some(({ folded }) => folded === 'our' || folded === 'my')
      )
        return undefined
      const body = said?.body
      if ((body?.length ?? 0) > LONGEST_WORDS) return undefined
      const stance = said === undefined ? position?.value.position : said.position
      const of = (item: string): Intent => ({
        kind: 'record.save.form',
        item,
        ...(name === undefined ? {} : { named: name }),
        ...(stance === undefined ? {} : { position: stance }),
        ...(body === undefined ? {} : { body }),
      })
      // "MPI and BXD both said yes": whose is recorded first, is asked.
      const bodies = valuesUsed(fit, 'body')
      const [item, ...more] = fit.items.items
      if (
        reading.english &&
        item !== undefined &&
        more.length === 0 &&
        bodies.length > 1 &&
        new Set(bodies.map(({ value }) => value.name)).size > 1
      )
        return {
          kind: 'ask',
          about: 'meaning',
          options: bodies.map(({ start, end }) => ({
            intent: { ...of(item.key), named: typed(reading, start, end) } as Intent,
          })),
        }
      const left =
        account === undefined || said?.body === undefined
          ? fit.left
          : fit.left.filter(({ start }) => start < account.from || start >= account.to)
      const meant =
        fit.items.items.length === 0 && left.length === 0 ? missing(fit, reading, of) : each(fit, reading, of)
      return { meant, left }
    },
    asked: () => intent({ kind: 'status.show' }),
  },
]

/** Words that nothing accounts for are told: so many are no other sentence yet. */
const MANY_LEFT = 6

function document(
  what: RecordWhat,
  own: Phrases,
  patterns: readonly (readonly Need[])[],
  helps: readonly Concept[],
): Sense {
  return {
    id: `record.${what}`,
    does: 'shows',
    own,
    patterns: [['own'], ...patterns],
    helps: [...helps, 'sendTo', 'asFormat'],
    takes: ['item', 'format'],
    prior: what === 'table' ? 0.1 : 0,
    build: (fit, reading) => {
      const [format] = valuesUsed(fit, 'format')
      const named = format === undefined ? {} : { format: format.value.format }
      return each(fit, reading, (item) => ({ kind: 'record.export', item, what, ...named }))
    },
  }
}

const FINDING_BOOK = plainBook(FINDING)
const IN_BOOK = plainBook(IN_DRAFT)
const FOR_BOOK = plainBook(['for', 'từ', 'cụm từ', 'chữ'])
const MENTION_BOOK = plainBook(MENTIONING)
const BESIDE_MENTION = wordSet(WITH_MENTION)
/** Nobody looks for more words than this. */
const LONGEST = 200

/** "tìm dữ liệu cá nhân trong dự thảo ND-DLCN", "where does the decree mention consent": the words, to the letter. */
function fitSought(reading: Reading): Fit | undefined {
  const [sense] = RECORDS.filter(({ id }) => id === 'draft.find')
  const sought = soughtIn(reading)
  const found = sought ?? mentionedIn(reading)
  if (sense === undefined || found === undefined) return undefined
  // "What did the ministries say about the decree" looks for nothing in a draft.
  const others = itemsAmong(reading.index, reading.text, found.from, found.to)
  if (
    sought === undefined &&
    others.items.length > 0 &&
    !others.items.some(({ key }) => found.items.items.some((one) => one.key === key)) &&
    range(found.from, found.to).every((one) => others.used.has(one) || reading.idle.has(one))
  )
    return undefined
  const { text, idle } = reading
  const { at, from, to, items } = found
  const words = unquoted(reading.raw.slice(text[from]?.start, text[to - 1]?.end))
  if (words === '' || words.length > LONGEST) return undefined
  const isUsed = (one: number) => (one >= from && one < to) || (one >= at && one < found.end) || items.used.has(one)
  const rest = range(0, text.length).filter((one) => !isUsed(one) && !idle.has(one) && !found.beside.has(one))
  const used = new Set(range(0, text.length).filter((one) => isUsed(one) || found.beside.has(one)))
  return {
    sense,
    score: text.length * 1.3 + 1 - rest.length,
    values: [],
    items,
    left: rest.map((one) => ({ start: one, end: one + 1 })),
    aside: [],
    unused: unusedOf(reading, used),
    used,
    signs: new Set(),
    verbs: [at],
    at,
    end: found.end,
    locale: reading.english ? 'en' : 'vi',
    words,
  }
}

function fitFinding(reading: Reading): Fit | undefined {
  return fitSought(reading) ?? fitBehind(reading) ?? fitAround(reading)
}

const WHERE_IN = plainBook(WHERE_IN_DRAFT)
const OPENS = plainBook(OPENS_SEARCH)
const QUOTE = /["“”‘'«]([^"“”’'»]{2,200})["“”’'»]/u

/**
 * "Trong nghị định có chỗ nào nói về trẻ em không", "tìm trong chiến lược đoạn có chữ 'hạ tầng số'": the item first, then
 * what is looked for, in quotes or to the question's end.
 */
function fitBehind(reading: Reading): Fit | undefined {
  const { raw, text, idle, question, cues } = reading
  const [sense] = RECORDS.filter(({ id }) => id === 'draft.find')
  if (sense === undefined || reading.items.items.length === 0) return undefined
  const quoted = QUOTE.exec(raw)
  const quote =
    quoted === null
      ? undefined
      : {
          start: text.findIndex(({ start }) => start >= quoted.index),
          end: text.findLastIndex(({ end }) => end <= quoted.index + quoted[0].length) + 1,
          words: quoted[1]?.trim() ?? '',
        }
  const finds = cues.filter(({ means, inner }) => means === 'find' && !inner)
  const said = range(0, text.length).flatMap((at) => {
    const match = phraseAt(WHERE_IN, text, at)
    return match === undefined ? [] : [{ start: at, end: match.end }]
  })
  // The last of them, as long as it is: "điều mấy nói về".
  const places = said.filter(({ start }) => quote === undefined || start < quote.start)
  const where = places.find(({ end }) => end === places.at(-1)?.end)
  if (where === undefined && (finds.length === 0 || quote === undefined)) return undefined
  // "Điều nào của nghị định nói về …".
  const begins = PLACE.has(text[0]?.folded ?? '') && ['nao', 'may'].includes(text[1]?.folded ?? '')
  const opens =
    finds.length > 0 || begins || phraseAt(OPENS, text, where?.start ?? 0) !== undefined || quote !== undefined
  const items = itemsAmong(reading.index, text, 0, quote?.start ?? where?.start ?? 0)
  const before =
    items.items.length > 0
      ? items
      : quote === undefined
        ? NOTHING_FOUND
        : itemsAmong(reading.index, text, quote.end, text.length)
  if (before.items.length !== 1 || !opens) return undefined
  const from = quote?.start ?? where?.end ?? 0
  // "… không", "… nhé" is none of what is looked for.
  let to = quote?.end ?? Math.min(question.tail, text.length)
  while (quote === undefined && to > from && ENDS.has(text[to - 1]?.folded ?? '')) to--
  const words = quote?.words ?? raw.slice(text[from]?.start, text[to - 1]?.end).trim()
  if (to <= from || words.length > LONGEST || to - from > 12) return undefined
  const used = new Set([
    ...before.used,
    ...range(from, to),
    ...range(where?.start ?? 0, where?.end ?? 0),
    ...cues.flatMap(({ means, start, end }) => (BESIDE_FINDING.has(means) ? range(start, end) : [])),
    ...[...reading.noise].flatMap(([start, end]) => range(start, end)),
  ])
  const rest = range(0, Math.min(question.tail, text.length)).filter(
    (at) => !used.has(at) && !idle.has(at) && !(at >= from && at < to),
  )
  return {
    sense,
    score: used.size * 1.3 - rest.length,
    values: [],
    items: before,
    left: rest.map((one) => ({ start: one, end: one + 1 })),
    aside: [],
    unused: [],
    used: new Set(range(0, text.length)),
    signs: new Set(),
    verbs: [where?.start ?? from],
    at: 0,
    end: to,
    locale: reading.english ? 'en' : 'vi',
    words,
  }
}

const PART = wordSet(PARTS_OF_DRAFT)
const ABOUT = wordSet(ABOUT_PARTS)

/** "Anything in the decree about sanctions?", "which part of the strategy on cloud": the draft stands between. */
function fitAround(reading: Reading): Fit | undefined {
  const { text, raw, items, question, idle } = reading
  const [sense] = RECORDS.filter(({ id }) => id === 'draft.find')
  const [item, ...others] = items.items
  const part = text.findIndex(({ folded }) => PART.has(folded))
  const last = Math.max(-1, ...items.used)
  if (sense === undefined || item === undefined || others.length > 0 || part < 0 || part > 4) return undefined
  const joins = ['in', 'of', 'trong', 'cua'].includes(text[part + 1]?.folded ?? '')
  const from = last + 2
  const to = Math.min(question.tail, text.length)
  if (!joins || part > last || !ABOUT.has(text[last + 1]?.folded ?? '') || from >= to || to - from > 8) return undefined
  const before = range(0, last + 2).filter(
    (at) => !items.used.has(at) && !idle.has(at) && at !== part && at !== part + 1,
  )
  const words = raw.slice(text[from]?.start, text[to - 1]?.end).trim()
  const left = before.filter((at) => at !== last + 1 && !OPENING.has(text[at]?.folded ?? ''))
  return {
    sense,
    score: text.length * 1.3 - left.length,
    values: [],
    items,
    left: left.map((at) => ({ start: at, end: at + 1 })),
    aside: [],
    unused: [],
    used: new Set(range(0, text.length)),
    signs: new Set(),
    verbs: [part],
    at: 0,
    end: to,
    locale: reading.english ? 'en' : 'vi',
    words,
  }
}
const OPENING = wordSet(['is there do we have which any the draft what got find show me', 'có'])

const PLACE = wordSet(['điều khoản chỗ đoạn phần mục chương'])
const ENDS = wordSet(['không ko chưa nhé ạ nha với giúp vậy thế hả à nhỉ ta hông nữa'])
const BESIDE_FINDING: ReadonlySet<Concept> = new Set<Concept>([
  'find',
  'draft',
  'show',
  'where',
  'what',
  'me',
  'said',
  'rules',
])

type Sought = {
  /** Where what says it begins and ends. */
  readonly at: number
  readonly end: number
  /** The words that are looked for. */
  readonly from: number
  readonly to: number
  readonly items: FoundItems
  readonly beside: ReadonlySet<number>
}

const unquoted = (words: string): string => words.replace(/^["“”'‘]+|["“”'’?.]+$/gu, '').trim()

/** "Find … in the decree", "search the decree for …". */
function soughtIn(reading: Reading): Sought | undefined {
  const { text, idle, index } = reading
  let at = 0
  while (at < text.length && phraseAt(FINDING_BOOK, text, at) === undefined && idle.has(at))
    at = idle.get(at) ?? text.length
  const finding = phraseAt(FINDING_BOOK, text, at)
  if (finding === undefined) return undefined
  // The last one: "trong dự thảo" may stand among the words that are looked for.
  for (let place = text.length - 1; place > finding.end; place--) {
    const inDraft = phraseAt(IN_BOOK, text, place)
    if (inDraft === undefined) continue
    const items = itemsAmong(index, text, inDraft.end, text.length)
    if (items.items.length === 0 || ![...items.used].some((one) => one <= inDraft.end + 2)) continue
    return { at, end: finding.end, from: finding.end, to: place, items, beside: new Set(range(place, inDraft.end)) }
  }
  for (let place = finding.end + 1; place < text.length - 1; place++) {
    if (phraseAt(FOR_BOOK, text, place) === undefined) continue
    const items = itemsAmong(index, text, finding.end, place)
    if (items.items.length === 0) return undefined
    return { at, end: finding.end, from: place + 1, to: text.length, items, beside: new Set([place]) }
  }
  return undefined
}

/** "Does the decree say anything about …", "where in the decree do we mention …". */
function mentionedIn(reading: Reading): Sought | undefined {
  const { text, index } = reading
  for (let at = 0; at < text.length - 1; at++) {
    const mention = phraseAt(MENTION_BOOK, text, at)
    if (mention === undefined || mention.end >= text.length) continue
    const before = itemsAmong(index, text, 0, at)
    if (before.items.length > 0) {
      // Somebody else says it, not the draft.
      if (valuesOf(reading, 'body').some(({ start, end }) => end <= at && !before.used.has(start))) return undefined
      const beside = new Set(range(0, at).filter((one) => BESIDE_MENTION.has(text[one]?.folded ?? '')))
      return { at, end: mention.end, from: mention.end, to: text.length, items: before, beside }
    }
    for (let place = text.length - 1; place > mention.end; place--) {
      const inDraft = phraseAt(IN_BOOK, text, place)
      const items = inDraft === undefined ? NOTHING_FOUND : itemsAmong(index, text, inDraft.end, text.length)
      if (inDraft === undefined || items.items.length === 0) continue
      const beside = new Set([
        ...range(place, inDraft.end),
        ...range(0, at).filter((one) => BESIDE_MENTION.has(text[one]?.folded ?? '')),
      ])
      return { at, end: mention.end, from: mention.end, to: place, items, beside }
    }
  }
  return undefined
}
