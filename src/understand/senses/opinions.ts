import type { Position } from '../../contract/intent.ts'
import { fold, type Word, words } from '../../texts/fold.ts'
import { codeAt } from '../engine/code.ts'
import { cueBook, cuesAt } from '../engine/cue-book.ts'
import { unusedOf } from '../engine/fit.ts'
import { range } from '../engine/places.ts'
import { type Reading, valuesOf } from '../engine/reading.ts'
import type { Fit, Sense } from '../engine/sense.ts'
import { type FoundItems, itemAt, itemsAmong, NOTHING_FOUND } from '../names/items.ts'
import { entriesOf, phraseAt, plainBook, wordSet } from '../phrases.ts'
import type { Understanding } from '../result.ts'
import type { Concept } from '../words/concepts.ts'
import { FORMAL } from '../words/formal.ts'
import {
  ACTS_AFTER_POSITION,
  AFTER_AGREE,
  BEFORE_POSITION,
  HAVING_READ,
  NO_MORE,
  OPINION_PREAMBLE,
  OPINION_VERBS,
  OWN_BODY,
  POSITIONS,
  QUALIFIERS,
  STRONG_OPINION,
} from '../words/opinions.ts'
import { QUESTION_TAIL } from '../words/questions.ts'
import { each, intent, missing } from './build.ts'
import { isReminder } from './rounds.ts'

const BOOK = cueBook(entriesOf(POSITIONS))
const VERBS = cueBook([
  ['own', STRONG_OPINION],
  ['weak', OPINION_VERBS.opinion],
] as const)
const BEFORE = plainBook(BEFORE_POSITION)
const PREAMBLE = plainBook(OPINION_PREAMBLE)
const QUALIFIER = plainBook(QUALIFIERS)
const OURS = plainBook(OWN_BODY)
const FORMALITIES = plainBook(FORMAL)
const ACTS = plainBook(ACTS_AFTER_POSITION)
const INSTEAD = plainBook(['thay', 'thay cho', 'thay mặt', 'hộ', 'on behalf of', 'for'])
const MORE = plainBook(NO_MORE)
const REVIEWED = plainBook(HAVING_READ)
const ADDS_NOTHING = wordSet(AFTER_AGREE)
const ASKS = wordSet(QUESTION_TAIL)
const OURS_SAID = new Set(['our', 'my'])
/** Whom a question is put to: by themselves they ask nothing. */
const ADDRESS = wordSet(['em anh chị ta nè hè phải'])
/** "Bộ Tư pháp góp ý gì cho nghị định". */
const WHAT = new Set(['gi', 'nao', 'sao'])
const MAX_BODY = 100_000
const BUTTON_BODY = 1000
const DENIAL =
  /\b(?:khong|ko|k|kg|khg|hong|chua|chang|dung|not|dont|don t|can t|cannot|never|no)(?: \S+){0,2} (?:dong y|nhat tri|tan thanh|dong tinh|thong nhat|agree)\b|\bdisagree|\bphan doi\b/

/** Giving an opinion, and what has become of one's own. */
export const OPINIONS: readonly Sense[] = [
  {
    id: 'opinion',
    does: 'forms',
    patterns: [],
    fit: (reading) => fitOpinion(reading),
    build: (_, reading) => meantBy(reading),
  },
  {
    id: 'opinion.mine',
    does: 'shows',
    own: OPINION_VERBS.mine,
    patterns: [
      ['own'],
      ['myAnswer', '!#otherBody'],
      ['iSent', 'answer', '!giveOpinion'],
      ['iSent', 'giveOpinion', 'done'],
      ['iSent', 'giveOpinion', 'notYet'],
      ['iSent', 'giveOpinion', 'what'],
      ['iSent', 'giveOpinion', 'before'],
      ['iSent', 'giveOpinion', '#moment'],
      ['myAnswer', 'said', 'what'],
      ['iSent', 'edit'],
      ['sent', 'edit', 'answer', '!#otherBody', '!round', '!deadline'],
      ['sent', 'takeBack', 'answer', '!#otherBody', '!round'],
      ['iSent', 'takeBack'],
      ['iSent', 'notYet'],
      ['iSent', '#item', '!giveOpinion'],
      ['sent', 'me', 'notYet'],
      ['sent', 'mine', '#item', '!toAll', '!remarks', '!round'],
      [
        'mine',
        'done',
        'answer',
        '#item',
        '!toAll',
        '!#otherBody',
        '!askOpinions',
        '!round',
        '!who',
        '!close',
        '!extend',
        '!reopen',
      ],
      ['answer', 'takeBack', '!askOpinions', '!#otherBody', '!round', '!toAll'],
      ['answer', 'edit', 'mine', '!round'],
      ['answer', 'edit', 'me', '!round'],
      ['answer', 'edit', '#item', '!round', '!deadline', '!#otherBody', '!toAll'],
      ['sent', 'answer', 'what', 'mine'],
      ['mine', 'ballots'],
      ['weAnswer', 'notYet'],
      ['weAnswer', 'done'],
      ['weAnswer', 'what'],
      ['weAnswer', 'when'],
      ['weAnswer', 'why'],
      ['weAnswer', 'sao'],
      ['weAnswer', 'edit'],
      ['receipt', 'answer', '!toAll'],
      ['receipt', '#item', '!toAll'],
      ['receipt', 'mine'],
      ['answer', 'mine', 'show', '!giveOpinion'],
      ['answer', 'mine', '#item', '!toAll', '!who', '!remind', '!giveOpinion'],
      ['before', 'answer', 'me', '!#otherBody', '!toAll'],
      ['ballots', 'edit'],
      ['beReminded', 'sao'],
      ['beReminded', 'why'],
    ],
    helps: [
      'myAnswer',
      'iSent',
      'weAnswer',
      'receipt',
      'beReminded',
      'before',
      'remind',
      'sao',
      'when',
      'export',
      'mine',
      'answer',
      'takeBack',
      'edit',
      'show',
      'sent',
      'me',
      'done',
      'notYet',
      'what',
      'draft',
      'stop',
      'agree',
      'ballots',
      'why',
      'where',
      'state',
    ],
    takes: ['item'],
    build: (fit, reading) => {
      if (isReminder(reading)) return undefined
      const {
        cues,
        vocabulary: { roles },
      } = reading
      const [item, ...others] = fit.items.items
      const has = (...some: readonly Concept[]) => cues.some(({ means }) => some.includes(means))
      // "I need the signed ballots": everybody's.
      if (roles?.has('coordinator') === true && !roles.has('member') && has('ballots') && !has('myAnswer', 'iSent'))
        return undefined
      // A coordinator takes back a round: "recall the decree, we sent the wrong version".
      if (
        roles?.has('coordinator') === true &&
        !roles.has('member') &&
        has('takeBack') &&
        !has('myAnswer') &&
        (has('round') || !cues.some(({ means, locale }) => means === 'answer' && locale === 'vi'))
      )
        return undefined
      return intent({ kind: 'opinion.list', ...(item === undefined || others.length > 0 ? {} : { item: item.key }) })
    },
  },
  {
    id: 'opinion.history',
    does: 'shows',
    own: OPINION_VERBS.history,
    patterns: [['own']],
    helps: ['mine', 'answer', 'show'],
    takes: ['item'],
    build: (fit, reading) =>
      fit.items.items.length === 0
        ? intent({ kind: 'opinion.list' })
        : each(fit, reading, (item) => ({ kind: 'status.show', item })),
  },
]

/** What an opinion typed in one sentence says. */
type TypedOpinion = {
  readonly found: FoundItems
  readonly position?: Position
  /** To the letter as typed. */
  readonly body?: string
  /** "… đồng ý chưa?": somebody asks, and nobody agrees. */
  readonly question?: true
  /** Whether a word says by itself that an opinion is given. */
  readonly strong: boolean
  /** The body that is spoken for, where one is named and it is not said to be one's own. */
  readonly of?: string
  readonly at: number
  /** The word after verb, item and position, where the words of the opinion begin. */
  readonly end: number
  readonly score: number
}

const read = new WeakMap<Reading, TypedOpinion | undefined>()
const opinionIn = (reading: Reading): TypedOpinion | undefined => {
  if (!read.has(reading)) read.set(reading, readOpinion(reading))
  return read.get(reading)
}

function fitOpinion(reading: Reading): Fit | undefined {
  const opinion = opinionIn(reading)
  const [sense] = OPINIONS
  if (opinion === undefined || sense === undefined) return undefined
  const used = new Set(range(opinion.at, reading.text.length))
  return {
    sense,
    score: opinion.score,
    values: [],
    items: opinion.found,
    left: [],
    aside: [],
    unused: unusedOf(reading, used),
    used,
    signs: new Set(),
    verbs: [],
    at: opinion.at,
    end: opinion.end,
    locale: reading.english ? 'en' : 'vi',
  }
}

function meantBy(reading: Reading): Understanding | undefined {
  const typedOne = opinionIn(reading)
  const fitted = fitOpinion(reading)
  if (typedOne === undefined || fitted === undefined) return undefined
  // "Sau khi nghiên cứu ND-DLCN, Bộ Y tế không nhất trí": the item stands before.
  const before =
    typedOne.found.items.length === 0 &&
    reading.items.items.length === 1 &&
    [...reading.items.used].every((at) => at < typedOne.end)
  const opinion = before ? { ...typedOne, found: reading.items } : typedOne
  const fit = before ? { ...fitted, items: reading.items } : fitted
  const { found } = opinion
  if (opinion.question !== undefined)
    return found.items.length === 0 ? undefined : each(fit, reading, (item) => ({ kind: 'status.show', item }))
  if ((opinion.body?.length ?? 0) > MAX_BODY) return undefined
  // "Nhất trí với dự thảo nghị định BVDLCN": letters of a title are no words of an opinion.
  if (opinion.body !== undefined && opinion.found.items.length > 0 && LETTERS.test(opinion.body)) {
    const { body, ...bare } = opinion
    const meant = meantOf(
      { ...bare, ...(bare.position === 'agree-with-comments' ? { position: 'agree' as const } : {}) },
      fit,
      reading,
    )
    return meant === undefined || (meant.kind !== 'intent' && meant.kind !== 'ask' && meant.kind !== 'missing')
      ? meant
      : { ...meant, unused: [body] }
  }
  return meantOf(opinion, fit, reading)
}

/** Behind an item: "BVDLCN". */
const LETTERS = /^\p{Lu}{3,12}[.!]*$/u

function meantOf(opinion: TypedOpinion, fit: Fit, reading: Reading): Understanding | undefined {
  const { found } = opinion
  if (opinion.of !== undefined && !isOwn(opinion.of, reading)) return ofAnother(opinion, opinion.of, fit, reading)
  // Who drafts asks for what others say.
  const { roles } = reading.vocabulary
  if (opinion.position === undefined && opinion.body === undefined && roles !== undefined && !mayAnswer(roles))
    return undefined
  // "The opinions on the strategy in a single table": who may not answer asks for them.
  if (
    opinion.position === undefined &&
    reading.english &&
    roles !== undefined &&
    !roles.has('member') &&
    !reading.raw.includes(':') &&
    !opinion.strong
  )
    return undefined
  const said = { ...positioned(opinion), ...worded(opinion.body) }
  const on = (item: string) => ({ kind: 'opinion.type', item, ...said }) as const
  if (found.items.length === 1) return each(fit, reading, on)
  if (found.items.length > 1) return each(fit, reading, (item) => forButton(on(item)))
  const code =
    opinion.position === undefined && opinion.body !== undefined ? codeAt(reading, opinion.end, true) : undefined
  if (code !== undefined && /-/.test(code.typed))
    return each({ ...fit, left: [{ start: opinion.end, end: code.end }] }, reading, (item) => ({
      kind: 'opinion.type',
      item,
    }))
  return { ...missing(fit, reading, (item) => forButton(on(item))), opinion: said }
}

/** A coordinator records what another body says; anybody else is led to where they may answer for others. */
function ofAnother(opinion: TypedOpinion, named: string, fit: Fit, reading: Reading): Understanding | undefined {
  const roles = reading.vocabulary.roles
  if (roles?.has('coordinator') === true || roles === undefined) {
    const of = (item: string) =>
      forButton({ kind: 'record.save.form', item, named, ...positioned(opinion), ...worded(opinion.body) } as const)
    const meant = fit.items.items.length === 0 ? missing(fit, reading, of) : each(fit, reading, of)
    if (roles !== undefined) return meant
  }
  return {
    kind: 'ask',
    about: 'meaning',
    options: [{ intent: { kind: 'opinion.list' } }, { intent: { kind: 'delegation.list' } }],
  }
}

const mayAnswer = (roles: ReadonlySet<string>): boolean => roles.has('member') || roles.has('coordinator')

const isOwn = (named: string, { vocabulary }: Reading): boolean => vocabulary.self?.includes(named) === true

/**
 * Reads who speaks, the verb, the item, the position and the words, with the item and the position in either order. An
 * agreement with words of its own or a qualifier is one with comments; an agreement beside a denial is left open.
 */
function readOpinion(reading: Reading): TypedOpinion | undefined {
  // "MoF has not agreed yet" is no objection.
  if (NOT_YET.test(reading.raw) || PERHAPS.test(reading.raw)) return undefined
  const plain = readFrom(reading, 0)
  if (plain !== undefined) return plain
  // "Sau khi nghiên cứu, Bộ Y tế nhất trí …": letters begin so.
  const [first, ...clauses] = reading.clauses
  if (
    first === undefined ||
    ![0, pastIdle(reading, 0)].some((at) => phraseAt(PREAMBLE, reading.text, at) !== undefined)
  )
    return undefined
  for (const { start } of clauses.slice(0, 4)) {
    const speaks = speakerAt(reading, start) ?? speakerAt(reading, pastIdle(reading, start))
    if (speaks === undefined && positionAt(reading, start) === undefined) continue
    const found = readFrom(reading, start)
    if (found !== undefined) return { ...found, score: found.score + 1 }
  }
  return undefined
}

function readFrom(reading: Reading, from: number): TypedOpinion | undefined {
  const { raw, text, idle } = reading
  let at = from
  while (at < text.length && verbAt(reading, at) === undefined && positionAt(reading, at) === undefined) {
    const polite = idle.get(at)
    const formal = phraseAt(FORMALITIES, text, at)
    // "We regret that we …", "I am instructed to convey that …".
    if (formal !== undefined && formal.end > at + 1) {
      at = formal.end
      continue
    }
    if (polite === undefined || OURS_AT(reading, at) !== undefined || insteadAt(reading, at) !== undefined) break
    at = polite
  }
  const begin = at
  const opening = insteadAt(reading, at)
  const speaker = opening ?? speakerAt(reading, at)
  if (speaker !== undefined) at = pastIdle(reading, speaker.end)
  for (
    let next = phraseAt(BEFORE, text, at);
    speaker !== undefined && next !== undefined;
    next = phraseAt(BEFORE, text, at)
  ) {
    if (verbAt(reading, at) !== undefined || positionAt(reading, at) !== undefined) break
    at = next.end
  }
  const reviewed = phraseAt(REVIEWED, text, at)
  if (reviewed !== undefined) at = reviewed.end
  const firstItem =
    verbAt(reading, at) === undefined && positionAt(reading, at) === undefined ? itemFrom(reading, at) : NOTHING_FOUND
  if (firstItem.items.length > 0) {
    at = pastIdle(reading, firstItem.end)
    const late = speakerAt(reading, at)
    if (late !== undefined) at = pastIdle(reading, late.end)
  }
  const verb = verbAt(reading, at)
  const direct = positionAt(reading, at)
  if (verb === undefined && direct === undefined) return undefined
  if (verb !== undefined && (direct === undefined || direct.end <= verb.end)) at = verb.end
  let of = speaker?.body
  const known = firstItem.items.length > 0 ? firstItem : undefined
  let found = known ?? NOTHING_FOUND
  let said: SaidPosition | undefined
  let end = at
  // Item, position and for whom, in any order.
  for (let turn = 0; turn < 4; turn++) {
    const position = said === undefined ? positionAt(reading, end) : undefined
    if (position !== undefined) {
      said = position
      end = position.end
      continue
    }
    const instead = insteadAt(reading, end)
    if (instead !== undefined) {
      of = instead.body
      end = instead.end
      continue
    }
    const own = speakerAt(reading, pastIdle(reading, end))
    if (own !== undefined && positionAt(reading, pastIdle(reading, own.end)) !== undefined) {
      of = own.body ?? of
      end = pastIdle(reading, own.end)
      continue
    }
    // "ý kiến của Bộ Y tế về nghị định": whose it is.
    const whose = said === undefined && text[end]?.folded === 'cua' ? speakerAt(reading, end + 1) : undefined
    if (whose !== undefined) {
      of = whose.body ?? of
      end = whose.end
      continue
    }
    const item = found.items.length === 0 ? itemFrom(reading, end) : NOTHING_FOUND
    if (item.items.length > 0) {
      found = item
      end = item.end
      continue
    }
    break
  }
  // "Agree, with one comment: … (decree)": the item further on, where there is one alone. What a comment speaks of in
  // passing ("đồng ý, góp ý thêm: cần có hồ sơ điện tử") is none.
  if (found.items.length === 0 && said !== undefined) {
    const later = itemsAmong(reading.index, text, end, text.length)
    if (later.items.length === 1 && !isInPassing(reading, end, later)) found = later
  }
  // "Đồng ý cả nghị định lẫn chiến lược": the same of several.
  while (said !== undefined && found.items.length > 0 && TOGETHER.has(text[end]?.folded ?? '')) {
    const next = itemFrom(reading, end + 1)
    const others = next.items.filter(({ key }) => !found.items.some((item) => item.key === key))
    // "… và chiến lược phải sửa": words of the opinion follow.
    if (others.length === 0 || pastIdle(reading, next.end) < text.length) break
    found = { items: [...found.items, ...others], used: new Set([...found.used, ...next.used]), end: next.end }
    end = next.end
  }
  const body = bodyFrom(raw, text, end)
  const tail = body === undefined ? [] : words(body.slice(0, 400)).map((word) => word.folded)
  // "Our comments on the decree" without words asks for them.
  if (verb !== undefined && said === undefined && body === undefined && OURS_SAID.has(text[verb.start]?.folded ?? ''))
    return undefined
  const strong = verb?.means === 'own' || direct !== undefined
  // "Việc trả lời chiến lược anh giao cho chị Hoa" hands it over.
  if (
    said === undefined &&
    !isAfterColon(reading, end) &&
    reading.cues.some(
      ({ means, start, end: last }) =>
        (means === 'delegate' || means === 'giveTo') &&
        start >= end &&
        start < end + 3 &&
        !['cho', 'de'].includes(
          text
            .slice(start, last)
            .map(({ folded }) => folded)
            .join(' '),
        ) &&
        valuesOf(reading, 'person').some((person) => person.start >= last && person.start <= last + 1),
    )
  )
    return undefined
  const spoken =
    (verb === undefined ? 0 : (verb.end - verb.start) * (verb.means === 'own' ? 1.3 : 1)) +
    (found.used.size > 0 ? found.used.size * 1.25 : 0) +
    (said === undefined || speaker === undefined ? 0 : (reviewed?.end ?? speaker.end) - begin) +
    (said === undefined ? 0 : (said.end - said.start) * 1.5 + (isBehindColon(reading, said) ? 2.5 : 0.5)) +
    // "Góp ý chiến lược: nên gộp …": what follows the colon is the opinion, whatever it says.
    (verb?.means === 'own' && body !== undefined && /^\s*:/.test(raw.slice(text[end - 1]?.end ?? raw.length)) ? 3 : 0) +
    Math.min(tail.length, 30) * (verb?.means === 'own' || said !== undefined ? 0.3 : 0.1)
  const others =
    tail.length > 0
      ? itemsAmong(reading.index, text, end, text.length).items.filter(
          ({ key }) => !found.items.some((item) => item.key === key),
        )
      : []
  const twice =
    said !== undefined &&
    others.length > 0 &&
    range(end, text.length).some((at) => positionAt(reading, at) !== undefined)
  const opinion = {
    found: twice ? { ...found, items: [...found.items, ...others] } : found,
    strong,
    at: begin,
    end,
    score: spoken,
    ...(of === undefined ? {} : { of }),
  }

  if (
    said !== undefined &&
    phraseAt(ACTS, text, pastIdle(reading, said.end)) !== undefined &&
    (said.position === 'agree' || said.position === 'agree-with-comments')
  )
    return undefined
  if (isAsked(reading, said, body, tail, end)) {
    return said !== undefined && found.items.length > 0 ? { ...opinion, question: true } : undefined
  }
  if (
    found.items.length === 0 &&
    !(strong && (verb !== undefined || said?.position === 'disagree' || tailIsNothing(tail) || of !== undefined))
  )
    return undefined
  // "Opinions on the decree should be sought", "the remarks are to be grouped".
  if (said === undefined && body !== undefined && TO_BE_DONE.test(body)) return undefined
  if (said === undefined)
    return verb?.means === 'weak' && found.items.length === 0 && body !== undefined
      ? undefined
      : { ...opinion, ...worded(isPolite(reading, end) ? undefined : body) }
  // "Em đồng ý nghị định rồi mà" has been said before.
  if (said.position === 'agree' && ALREADY.has(tail.join(' '))) return undefined
  // "Không, đồng ý" is anybody's guess, so it is nobody's; "đồng ý, có ý kiến bổ sung" is one phrase.
  const parted = said.position === 'agree-with-comments' ? /[.;:!?\n]/ : /[,.;:!?\n]/
  const whole = bodyFrom(raw, text, said.start)
  if (parted.test(raw.slice(text[said.start]?.start, text[said.end - 1]?.end))) return { ...opinion, ...worded(whole) }
  if (said.position === 'disagree' || said.position === 'other')
    return {
      ...opinion,
      position: said.position,
      ...worded(isPolite(reading, end) || addsNoMore(reading, end) ? undefined : body),
    }
  if (DENIAL.test(fold(raw))) return { ...opinion, ...worded(whole) }
  if (said.qualified) return { ...opinion, position: 'agree-with-comments', ...worded(whole) }
  if (
    said.position === 'agree' &&
    (tail.every((word) => ADDS_NOTHING.has(word)) || addsNoMore(reading, end) || namesOwn(reading, end))
  )
    return { ...opinion, position: 'agree' }
  // "No objection, subject to the attached note": the condition is nothing without what it is put to.
  const open =
    OPEN_ENDED.has(text[said.end - 1]?.folded ?? '') &&
    /[,;]/.test(raw.slice(text[said.start]?.start, text[said.end - 1]?.end))
  return { ...opinion, position: 'agree-with-comments', ...worded(open ? whole : body) }
}

const NOT_YET = /\b(?:has|have|had)(?:\s+not|n.?t)(?:\s+yet)?\s+(?:agreed|approved|endorsed|supported)\b/i
const PERHAPS =
  /\b(?:may|might|maybe|perhaps|probably|possibly|likely to|not sure (?:if|whether|that))\s+(?:\w+\s+)?(?:agree|approve|support|endorse|disagree|object)/i
/** Nobody's own opinion begins so. */
const OTHERS_ASKED = new Set(['who', 'whose', 'which', 'why', 'did', 'does', 'has', 'have'])
/** "Would the Minister agree?" */
const ASKING_FIRST = new Set(['would', 'could', 'can', 'may', 'might', 'will', 'must'])
const OPEN_ENDED = new Set(['to', 'that', 'for', 'provided', 'except'])
const TO_BE_DONE =
  /^(?:(?:should|must|shall|may|might|could|can|will|are|is|ought|need)\s+)?(?:to\s+)?be\s+(?:sought|collected|gathered|invited|requested|solicited|grouped|arranged|sorted|merged|combined|classified|ordered|exported|compiled|forwarded|collated|consolidated|recorded|registered|printed|listed|shown)\b/i

/** "ý kiến của bộ em: đồng ý": what stands behind the colon is the opinion. */
const isBehindColon = ({ raw, text }: Reading, { start }: SaidPosition): boolean =>
  raw.slice(text[start - 1]?.end ?? 0, text[start]?.start).includes(':')

/** Behind a colon and no key in one piece: words of a title that stand apart. */
const isInPassing = ({ raw, text }: Reading, from: number, { used }: FoundItems): boolean => {
  const [first, ...others] = [...used].sort((a, b) => a - b)
  return (
    first !== undefined &&
    raw.slice(text[from - 1]?.end ?? 0, text[first]?.start).includes(':') &&
    others.some((at, place) => at !== first + place + 1)
  )
}
const TOGETHER = wordSet(['lẫn và với cùng and'])

const isAfterColon = ({ raw, text }: Reading, at: number): boolean =>
  /[:\n]/.test(raw.slice(text[at - 1]?.end ?? 0, text[at]?.start ?? raw.length))

const POLITE = wordSet([
  'ạ nhé nha nhá dạ vâng ơi cảm ơn giúp em anh chị tôi mình bot hộ với đi luôn ngay',
  'thanks thank you please',
])

/** Nothing but politeness from a word on; behind a colon every word is somebody's own. */
const isPolite = ({ raw, text }: Reading, from: number): boolean =>
  !/[:;\n]/.test(raw.slice(text[from - 1]?.end ?? 0, text[from]?.start ?? raw.length)) &&
  text.slice(from).every(({ folded }) => POLITE.has(folded))

/** "No objections from the Ministry of Health": who speaks adds nothing either. */
function namesOwn(reading: Reading, from: number): boolean {
  const own = valuesOf(reading, 'body').find(({ value, start }) => start >= from && isOwn(value.name, reading))
  return (
    own !== undefined &&
    range(from, reading.text.length).every(
      (at) => (at >= own.start && at < own.end) || ADDS_NOTHING.has(reading.text[at]?.folded ?? ''),
    )
  )
}

const tailIsNothing = (tail: readonly string[]): boolean => tail.every((word) => ADDS_NOTHING.has(word))

/** "… và không có ý kiến gì thêm": the formula that adds nothing to an agreement. */
function addsNoMore(reading: Reading, from: number): boolean {
  const { text } = reading
  let at = from
  while (at < text.length) {
    const more = phraseAt(MORE, text, at)
    if (more !== undefined) {
      return (
        text.slice(more.end).every(({ folded }) => ADDS_NOTHING.has(folded)) ||
        itemFrom(reading, more.end).end === text.length
      )
    }
    if (!ADDS_NOTHING.has(text[at]?.folded ?? '') && reading.idle.get(at) !== at + 1) return false
    at++
  }
  return false
}

/** A question about opinions and no opinion: "góp ý đến bao giờ", "gửi ý kiến ở đâu ạ", "đồng ý chưa?". */
function isAsked(
  { question, raw, text }: Reading,
  said: SaidPosition | undefined,
  body: string | undefined,
  tail: readonly string[],
  end: number,
): boolean {
  if (said !== undefined) {
    // "Agree? Not sure about the decree"
    if (body !== undefined && /^[^\S\n]*\?/.test(raw.slice(text[end - 1]?.end ?? raw.length))) return true
    // "Who disagrees with the decree and why"
    if (question.begins && OTHERS_ASKED.has(text[0]?.folded ?? '')) return true
    // "Do we have to agree?"
    if (question.marked && (question.begins || ASKING_FIRST.has(text[0]?.folded ?? ''))) return true
    // "Phản đối có mấy bộ".
    if (tail[0] === 'co' && COUNTED.has(tail[1] ?? '') && !/:/.test(raw)) return true
    return tail.some((word) => !ADDRESS.has(word)) && tail.every((word) => ASKS.has(word)) && !tailIsNothing(tail)
  }
  if (body === undefined) return (question.marked && question.begins) || question.tail < text.length
  // "Any feedback on the strategy? I need to brief …"
  if (/^[^\S\n]*\?/.test(raw.slice(text[end - 1]?.end ?? raw.length))) return true
  // "gửi ý kiến chiến lược chưa ta": nothing but a question's end behind it.
  if (question.tail < text.length && question.tail <= end) return true
  // Words behind a colon are to the letter, whatever they ask.
  if (/:\s*\S/.test(raw.slice(0, raw.length - body.length + 1))) return false
  if (WHAT.has(text[end]?.folded ?? '')) return true
  // "Góp ý chiến lược có gì nóng", "góp ý về chưa".
  if (text[end]?.folded === 'co' && COUNTED.has(text[end + 1]?.folded ?? '')) return true
  if (
    question.tail < text.length &&
    (range(end, question.tail).every((at) => ARRIVED.has(text[at]?.folded ?? '')) ||
      // "Có góp ý mới nào … không".
      (text[end - 1] !== undefined && text.slice(0, end).some(({ folded }) => folded === 'nao')))
  )
    return true
  return (
    question.begins ||
    [...question.words].some((at) => at >= end && at < end + 6) ||
    (question.marked && tail.length < 8)
  )
}

const ALREADY = new Set(['roi ma', 'roi co ma', 'roi day thoi', 'roi do', 'roi con gi', 'roi day'])
const COUNTED = new Set(['gi', 'may', 'bao', 'ai', 'nhung', 'nhieu'])
const ARRIVED = wordSet(['về đến tới đã được gửi xong hết đủ nhiều có thêm'])

type SaidPosition = {
  readonly position: Position
  readonly start: number
  readonly end: number
  readonly qualified?: true
}

/** Whether a position is said at word `at`, as `đồng ý`, `tôi không đồng ý` or `về cơ bản nhất trí`. */
function positionAt(reading: Reading, at: number): SaidPosition | undefined {
  const { text } = reading
  let start = at
  let qualified = false
  for (let before = 0; before <= 3; before++) {
    const said = cuesAt(BOOK, reading, start).at(-1)
    if (said !== undefined) {
      const behind =
        said.means === 'agree' || said.means === 'agree-with-comments' ? phraseAt(QUALIFIER, text, said.end) : undefined
      return {
        position: said.means,
        start: qualified ? at : start,
        end: said.end,
        ...(qualified || behind !== undefined ? { qualified: true } : {}),
      }
    }
    const partly = phraseAt(QUALIFIER, text, start)
    const polite = partly ?? phraseAt(BEFORE, text, start)
    if (polite === undefined) return undefined
    if (partly !== undefined) qualified = true
    start = polite.end
  }
  return undefined
}

function verbAt(reading: Reading, at: number) {
  // "Xin ý kiến các ủy viên" asks for opinions.
  if (reading.cues.some(({ means, start, end }) => means === 'askOpinions' && start < at && at < end)) return undefined
  return cuesAt(VERBS, reading, at)
    .filter(
      ({ means, start, end }, _, all) =>
        means === 'own' || !all.some((other) => other.means === 'own' && other.end >= end && other.start === start),
    )
    .at(-1)
}

const OURS_AT = ({ text }: Reading, at: number) => phraseAt(OURS, text, at)

/** Who speaks, before a position: "bên em", "Bộ Y tế". */
function speakerAt(reading: Reading, at: number): { readonly end: number; readonly body?: string } | undefined {
  const ours = OURS_AT(reading, at)
  const from = reading.text[at]?.folded === 'the' ? at + 1 : at
  const body = valuesOf(reading, 'body').find(({ start }) => start === from)
  if (body !== undefined && body.end >= (ours?.end ?? 0)) return { end: body.end, body: body.value.name }
  return ours === undefined ? undefined : { end: ours.end }
}

/** "thay cho Bộ Tài chính", "on behalf of the Ministry of Health". */
function insteadAt(reading: Reading, at: number): { readonly end: number; readonly body: string } | undefined {
  const instead = phraseAt(INSTEAD, reading.text, at) ?? phraseAt(INSTEAD, reading.text, pastIdle(reading, at))
  if (instead === undefined) return undefined
  const place = pastIdle(reading, instead.end)
  const found = [...valuesOf(reading, 'body'), ...valuesOf(reading, 'person')].find(
    ({ start }) => start === place || start === instead.end,
  )
  return found === undefined ? undefined : { end: found.end, body: found.value.name }
}

function pastIdle(reading: Reading, from: number): number {
  const { text, idle, noise } = reading
  let at = from
  while (at < text.length) {
    const next = Math.max(idle.get(at) ?? at, noise.get(at) ?? at)
    if (next <= at || verbAt(reading, at) !== undefined || positionAt(reading, at) !== undefined) break
    at = next
  }
  return at
}

const itemFrom = (reading: Reading, at: number): FoundItems =>
  itemAt(
    reading.index,
    reading.text,
    at,
    (place) => positionAt(reading, place) !== undefined || verbAt(reading, place)?.means === 'own',
  )

const positioned = ({ position }: TypedOpinion) => (position === undefined ? {} : { position })

/** The same as it goes into a button beside everything else: without words too long for it. */
export function forButton<O extends { readonly body?: string | undefined }>(opinion: O): O | Omit<O, 'body'> {
  const { body, ...bare } = opinion
  return (body?.length ?? 0) > BUTTON_BODY ? bare : opinion
}

function worded(body: string | undefined): { readonly body?: string } {
  return body === undefined ? {} : { body }
}

// One separator goes; a list that starts on the next line keeps its dashes.
function bodyFrom(raw: string, text: readonly Word[], at: number): string | undefined {
  const before = text[at - 1]
  const body = raw
    .slice(before?.end ?? 0)
    .replace(/^[^\S\n]*[:;,.!?–—-]*\s*/, '')
    .trimEnd()
  return /[\p{L}\p{N}]/u.test(body) ? body : undefined
}
