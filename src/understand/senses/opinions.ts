import type { Position } from '../../contract/intent.ts'
import { words } from '../../texts/fold.ts'
import { codeAt } from '../engine/code.ts'
import { unusedOf } from '../engine/fit.ts'
import { range } from '../engine/places.ts'
import { type Reading, valuesOf } from '../engine/reading.ts'
import type { Fit, Sense } from '../engine/sense.ts'
import type { Found } from '../engine/span.ts'
import { type FoundItems, itemsAmong, NOTHING_FOUND } from '../names/items.ts'
import { type Account, accountOf } from '../opinions/account.ts'
import { isAsked } from '../opinions/asked.ts'
import { itemFrom, pastIdle, positionAt, type SaidPosition, verbAt } from '../opinions/stance.ts'
import { insteadAt, oursAt, speakerAt } from '../opinions/who.ts'
import { isPolite, LONGEST_WORDS, tailIsNothing, worded, wordsBetween, wordsOf } from '../opinions/words-of.ts'
import { phraseAt, plainBook, wordSet } from '../phrases.ts'
import type { Understanding } from '../result.ts'
import type { Concept } from '../words/concepts.ts'
import { FORMAL } from '../words/formal.ts'
import { ACTS_AFTER_POSITION } from '../words/opinions/acts-behind.ts'
import { BEFORE_POSITION, HAVING_READ, OPINION_PREAMBLE } from '../words/opinions/around.ts'
import { OPINION_VERBS } from '../words/opinions/verbs.ts'
import { each, intent, missing } from './build.ts'
import { isReminder } from './rounds.ts'

const BEFORE = plainBook(BEFORE_POSITION)
const PREAMBLE = plainBook(OPINION_PREAMBLE)
const FORMALITIES = plainBook(FORMAL)
const ACTS = plainBook(ACTS_AFTER_POSITION)
const REVIEWED = plainBook(HAVING_READ)
const OURS_SAID = new Set(['our', 'my'])
const BUTTON_BODY = 1000
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
  /** The same as it was typed. */
  readonly called?: string
  readonly at: number
  /** The word after verb, item and position, where the words of the opinion begin. */
  readonly end: number
  readonly score: number
  /** Days that were said, words that nothing accounts for, and all others, where each was accounted for. */
  readonly moments?: readonly Found[]
  readonly left?: Fit['left']
  readonly aside?: Fit['aside']
  readonly used?: ReadonlySet<number>
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
  const used = opinion.used ?? new Set(range(opinion.at, reading.text.length))
  return {
    sense,
    score: opinion.score,
    values: opinion.moments ?? [],
    items: opinion.found,
    left: opinion.left ?? [],
    aside: opinion.aside ?? [],
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
  if ((opinion.body?.length ?? 0) > LONGEST_WORDS) return undefined
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
  if (opinion.of !== undefined && !isOwn(opinion.of, reading))
    return ofAnother(opinion, opinion.called ?? opinion.of, fit, reading)
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
  const account = accountOf(reading)
  if (account === 'refused') return undefined
  const told = account === undefined ? undefined : toldOpinion(account, reading)
  if (told !== undefined) return told
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

/** What an account of a position comes to; undefined where it is asked for, or an act is agreed to. */
function toldOpinion(account: Account, reading: Reading): TypedOpinion | undefined {
  const { stance, who, called, found, from, to, asksToWrite, left, aside, moments, used } = account
  const { raw, text, question } = reading
  const body = wordsBetween(raw, text, from, to)
  const tail = body === undefined ? [] : words(body.slice(0, 400)).map((word) => word.folded)
  if (!asksToWrite && isAsked(reading, stance, body, tail, from)) return undefined
  if (question.begins && !asksToWrite && stance.start > 0 && body === undefined) return undefined
  if (question.tail < text.length && question.tail <= from) return undefined
  if (stance.position.startsWith('agree') && phraseAt(ACTS, text, pastIdle(reading, stance.end)) !== undefined)
    return undefined
  // "Subscribe to the calendar", "agree to let me see": words that follow at once are its object, and no item.
  if (found.items.length === 0 && body !== undefined && !tailIsNothing(tail) && !isSetOff(reading, account))
    return undefined
  const stated = wordsOf(reading, stance, { from, to, denied: stance.start })
  if (stated === undefined) return undefined
  return {
    found,
    strong: true,
    ...(who === undefined ? {} : { of: who }),
    ...(called === undefined ? {} : { called }),
    at: 0,
    end: from,
    score: used.size * 1.1 + (stance.end - stance.start) * 0.5,
    left,
    aside,
    moments,
    used,
    ...stated,
  }
}

/** Behind a mark, a "but", a qualifier or an objection words are those of an opinion. */
const isSetOff = ({ raw, text }: Reading, { stance, from, who }: Account): boolean =>
  who !== undefined ||
  stance.qualified === true ||
  stance.position !== 'agree' ||
  /[,.;:\n–—]|\s-\s/.test(raw.slice(text[from - 1]?.end, text[from]?.start)) ||
  BUT.has(text[from]?.folded ?? '')
const BUT = wordSet(['nhưng song tuy but though although however provided except'])

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
    // "Ministry of Health agrees": the first word alone is politeness, and the name is not.
    if (speakerAt(reading, at)?.body !== undefined) break
    if (polite === undefined || oursAt(reading, at) !== undefined || insteadAt(reading, at) !== undefined) break
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
  const body = wordsBetween(raw, text, end, text.length)
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
      : { ...opinion, ...worded(isPolite(reading, end, text.length) ? undefined : body) }
  const stated = wordsOf(reading, said, { from: end, to: text.length })
  return stated === undefined ? undefined : { ...opinion, ...stated }
}

const NOT_YET = /\b(?:has|have|had)(?:\s+not|n.?t)(?:\s+yet)?\s+(?:agreed|approved|endorsed|supported)\b/i
const PERHAPS =
  /\b(?:may|might|maybe|perhaps|probably|possibly|likely to|not sure (?:if|whether|that))\s+(?:\w+\s+)?(?:agree|approve|support|endorse|disagree|object)/i
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

const positioned = ({ position }: TypedOpinion) => (position === undefined ? {} : { position })

/** The same as it goes into a button beside everything else: without words too long for it. */
export function forButton<O extends { readonly body?: string | undefined }>(opinion: O): O | Omit<O, 'body'> {
  const { body, ...bare } = opinion
  return (body?.length ?? 0) > BUTTON_BODY ? bare : opinion
}
