import type { Intent, RoundChange } from '../../contract/intent.ts'
import { valuesUsed } from '../engine/fit.ts'
import { range } from '../engine/places.ts'
import type { Reading } from '../engine/reading.ts'
import type { Fit, Need, Sense } from '../engine/sense.ts'
import type { Understanding } from '../result.ts'
import { OPINION_VERBS } from '../words/opinions/verbs.ts'
import { ROUND_VERBS, WEAK_ROUND_VERBS } from '../words/rounds.ts'
import { deadlineIn, each, intent, leaving, missing, reasonOf } from './build.ts'
import { quarterOf } from './plan.ts'

const BEEN = new Set(['was', 'were', 'been', 'is', 'are', 'got', 'being'])
const SUBJECTS = new Set(['they', 'he', 'she', 'we', 'someone', 'somebody', 'who', 'it', 'i', 'chairman', 'minister'])
/** "It has been put back": as it was before. */
const AS_BEFORE = new Set(['put', 'set', 'cut', 'shut', 'brought', 'sent', 'kept'])
/** "It was closed", "they extended it": it is told, and not to be done. */
export const isTold = ({ text }: Pick<Reading, 'text'>, at: number): boolean =>
  ((/(?:ed|n)$/.test(text[at]?.folded ?? '') || AS_BEFORE.has(text[at]?.folded ?? '')) &&
    BEEN.has(text[at - 1]?.folded ?? '')) ||
  (/ed$/.test(text[at]?.folded ?? '') && SUBJECTS.has(text[at - 1]?.folded ?? ''))

/** Whether nothing but politeness stands before a word. */
const isIdleUntil = ({ idle }: Reading, end: number): boolean => {
  let at = 0
  while (at < end) {
    const next = idle.get(at)
    if (next === undefined) return false
    at = next
  }
  return at === end
}

const SHORT: ReadonlySet<string> = new Set(['minute', 'hour'])
const DRAFTING = new Set(['drafted', 'drafting', 'drafts', 'wrote', 'owns'])

/** The state of rounds, and opening and changing them. */
export const ROUNDS: readonly Sense[] = [
  {
    id: 'status',
    does: 'shows',
    own: OPINION_VERBS.status,
    patterns: [
      ['own'],
      ['state', '#item'],
      ['state', 'round'],
      ['state', 'answer'],
      ['who', 'notYet'],
      ['who', 'answer'],
      ['who', 'agree'],
      ['howMany', 'answer'],
      ['votes', '#item'],
      ['howMany', 'agree'],
      ['notYet', 'answer', '#item', '!weAnswer'],
      ['deadline', 'when'],
      ['deadline', 'notYet'],
      ['round', 'what', 'deadline'],
      ['round', 'what', 'v.coming'],
      ['who', 'object', '#item'],
      ['howMany', 'object', '#item'],
      ['answer', 'when'],
      ['deadline', '#item', 'when'],
      ['timeLeft'],
      ['open', 'round'],
      ['open', '#item'],
      ['closed', '#item'],
      ['closed', 'round'],
      ['done', 'answer', '#body'],
      ['done', 'answer', 'toAll'],
      ['answer', 'notYet', '#body'],
      ['notYet', 'who', '#item'],
      ['howMany', '#item', '!v.trip', '!remarks'],
      ['none', 'notYet', '#item'],
    ],
    helps: [
      'summary',
      'ballots',
      'show',
      'who',
      'howMany',
      'answer',
      'notYet',
      'done',
      'round',
      'deadline',
      'state',
      'when',
      'draft',
      'agree',
      'open',
      'closed',
      'toAll',
      'what',
      'timeLeft',
      'mine',
      'me',
      'remind',
      'object',
      'votes',
      'v.coming',
    ],
    takes: ['item', 'moment', 'body'],
    build: (fit, reading) => {
      // "Remind everyone who has not answered".
      if (reading.cues.some(({ means, start, locale }) => means === 'remind' && start === fit.at && locale === 'en'))
        return undefined
      // "Decree results, Word" wants the document.
      if (fit.signs.has('counts') && reading.values.some(({ value }) => value.kind === 'format')) return undefined
      // "Where are we tomorrow and what time" asks for visits.
      if (
        fit.items.items.length === 0 &&
        reading.cues.some(({ means }) => means === 'v.where') &&
        reading.cues.some(({ means }) => means === 'v.when' || means === 'v.trip' || means === 'v.schedule')
      )
        return undefined
      // "A reminder should be sent to all who have not".
      if (isReminder(reading)) return undefined
      // "Where are we going" asks for visits.
      if (reading.cues.some(({ means, start, end }) => means === 'v.where' && end - start >= 4)) return undefined
      // "Who drafted it and when is it due" asks about the item.
      if (fit.items.items.length > 0 && reading.text.some(({ folded }) => DRAFTING.has(folded))) return undefined
      // "Các bộ chậm nghị định thì nhắc lại đi" wants them reminded; "… để nhắc" only says what for.
      const { text, question } = reading
      if (
        question.tail === text.length &&
        !question.marked &&
        question.words.size === 0 &&
        reading.cues.some(
          ({ means, start, locale }) =>
            means === 'remind' &&
            locale === 'vi' &&
            ['nhac', 'don', 'giuc', 'hoi', 'thuc', 'reo'].includes(text[start]?.folded ?? '') &&
            (['thi', 'hay', 'can', 'phai'].includes(text[start - 1]?.folded ?? '') ||
              (start > 0 && start <= 4 && isIdleUntil(reading, start))),
        )
      )
        return undefined
      // "Báo cáo kết quả" may be a team's report.
      if (
        fit.items.items.length === 0 &&
        fit.signs.has('summary') &&
        !fit.signs.has('round') &&
        !fit.signs.has('answer')
      )
        return undefined
      // "How has the Ministry of Health replied", asked by its own member.
      const { roles, self } = reading.vocabulary
      const bodies = reading.values.flatMap(({ value }) => (value.kind === 'body' ? [value.name] : []))
      if (
        roles?.has('coordinator') === false &&
        fit.items.items.length === 1 &&
        fit.signs.has('answer') &&
        bodies.length > 0 &&
        bodies.every((name) => self?.includes(name) === true)
      )
        return each(fit, reading, (item) => ({ kind: 'opinion.list', item }))
      const quarter = quarterOf(fit)
      const rest = valuesUsed(fit, 'moment')
      if (fit.items.items.length > 0)
        return leaving(
          each(fit, reading, (item) => ({ kind: 'status.show', item })),
          reading,
          rest,
        )
      if (quarter !== undefined) return intent({ kind: 'plan.show', quarter })
      if (fit.left.length > 0 && rest.length === 0) {
        const named = each(fit, reading, (item) => ({ kind: 'status.show', item }))
        return named.kind === 'no-such-item' ? named : undefined
      }
      return leaving(intent({ kind: 'status.show' }), reading, rest)
    },
  },
  {
    id: 'round.open',
    does: 'forms',
    own: ROUND_VERBS['round.propose.form'],
    patterns: [
      ['own'],
      ['start', 'askOpinions'],
      ['start', 'round'],
      ['askOpinions'],
      ['start', 'answer', 'toAll'],
      ['#item', '#moment', 'toAll', 'answer', '!notYet', '!who'],
      ['#item', '#moment', 'deadline', 'toAll', '!extend', '!move', '!notYet', '!who'],
      ['start', '#item', 'toAll', '#moment'],
      ['start', 'draft', 'toAll'],
      [
        'round',
        '#item',
        '#moment',
        'deadline',
        '!what',
        '!when',
        '!extend',
        '!move',
        '!notYet',
        '!who',
        '!state',
        '!done',
      ],
    ],
    helps: ['start', 'askOpinions', 'round', 'draft', 'toAll', 'deadline', 'export', 'answer', 'bySource'],
    takes: ['item', 'moment', 'version'],
    build: (fit, reading) => {
      const end = deadlineIn(fit, reading)
      const [version] = valuesUsed(fit, 'version')
      const { day, time } = end
      const workingDays = end.workingDays ?? end.plusWorkingDays
      const of = (item: string): Intent => ({
        kind: 'round.propose.form',
        item,
        ...(day === undefined ? {} : { day }),
        ...(time === undefined ? {} : { time }),
        ...(workingDays === undefined ? {} : { workingDays }),
        ...(version === undefined ? {} : { version: version.value.number }),
      })
      const plain = fit.items.items.length === 0 && fit.left.length === 0 && fit.values.length === 0
      // What is done to "việc lấy ý kiến" by a verb that is not known may be anything.
      const before = fit.left.find(({ end: last }) => last <= fit.at)
      if (before !== undefined && !fit.signs.has('start') && reading.text[fit.at]?.folded === 'viec')
        return { kind: 'unknown', nearest: [...fit.items.items.map((one) => of(one.key))].slice(0, 3) }
      return leaving(plain ? intent({ kind: 'round.propose.form' }) : each(fit, reading, of), reading, end.rest)
    },
    asked: askState,
  },
  {
    id: 'round.open.or.reopen',
    does: 'forms',
    weak: ROUND_VERBS.open,
    patterns: [['weak', '#item', '!round', '!askOpinions'], ['weak']],
    takes: ['item', 'moment'],
    prior: -0.1,
    build: (fit, reading) => {
      const [item, ...others] = fit.items.items
      if (item === undefined) {
        if (fit.left.length > 0 || fit.values.length > 0) {
          const named = each(fit, reading, (key) => ({ kind: 'item.show', item: key }))
          return named.kind === 'no-such-item' ? named : undefined
        }
        return intent({ kind: 'round.propose.form' })
      }
      if (others.length > 0) return each(fit, reading, (key) => ({ kind: 'item.show', item: key }))
      const end = deadlineIn(fit, reading)
      const terms = {
        ...(end.day === undefined ? {} : { day: end.day }),
        ...(end.time === undefined ? {} : { time: end.time }),
      }
      const workingDays = end.workingDays === undefined ? {} : { workingDays: end.workingDays }
      return {
        kind: 'ask',
        about: 'meaning',
        options: [
          { intent: { kind: 'round.propose.form', item: item.key, ...terms, ...workingDays } },
          { intent: { kind: 'round.change.form', item: item.key, change: 'reopen', ...terms } },
        ],
      }
    },
    asked: askState,
  },
  change(
    'extend',
    [
      ['extend'],
      ['move', 'deadline'],
      ['becomes', 'deadline', '#item', '#moment'],
      ['more', '#moment', 'toAll'],
      ['more', '#moment', '#item'],
      ['#more', '#item', '!#visit', '!#team', '!#unit', '!giveOpinion', '!agree'],
      ['more', '#moment', 'deadline'],
    ],
    [
      'asFormat',
      'askOpinions',
      'extend',
      'move',
      'more',
      'deadline',
      'round',
      'answer',
      'draft',
      'toAll',
      'me',
      'becomes',
      'giveTo',
    ],
  ),
  change(
    'close',
    [
      ['close', 'round'],
      ['close', '#item'],
      ['close', 'askOpinions'],
    ],
    ['close', 'round', 'draft', 'askOpinions', 'answer'],
  ),
  change('reopen', [['reopen']], ['reopen', 'round', 'draft', 'askOpinions', 'deadline']),
  change(
    'withdraw',
    [
      ['takeBack', 'round', '!myAnswer'],
      ['takeBack', '#item', '!mine', '!answer', '!reminded'],
      ['takeBack', 'askOpinions', '!mine'],
    ],
    ['takeBack', 'round', 'draft', 'askOpinions'],
  ),
]

/** Somebody is to be reminded, in English: with whom, and asking nothing. */
export const isReminder = ({ cues, question }: Reading): boolean =>
  !question.begins &&
  cues.some(({ means, locale, inner }) => means === 'remind' && locale === 'en' && !inner) &&
  cues.some(({ means }) => means === 'toAll') &&
  !cues.some(({ means, inner }) => means === 'reminded' && !inner)

function askState(fit: Fit, reading: Reading): Understanding | undefined {
  return fit.items.items.length === 0
    ? fit.left.length === 0
      ? intent({ kind: 'status.show' })
      : undefined
    : each(fit, reading, (item) => ({ kind: 'status.show', item }))
}

/** "gia hạn ND-DLCN đến 07/07 vì …": the form of a change of a round, filled in with what was typed. */
function change(what: RoundChange, patterns: readonly (readonly Need[])[], helps: Sense['helps'] & {}): Sense {
  return {
    id: `round.${what}`,
    does: what === 'extend' || what === 'reopen' ? 'forms' : 'ends',
    own: ROUND_VERBS[what],
    weak: WEAK_ROUND_VERBS[what],
    patterns: [
      ['own', '!mine'],
      ['weak', '#item', '!mine', '!answer'],
      ['weak', 'round', '!mine'],
      ...(what === 'withdraw' ? [] : [['weak', '!mine'] as const]),
      ...patterns,
    ],
    helps,
    takes: ['item', 'moment', 'reason'],
    build: (fit, reading) => {
      // "It was closed by mistake" tells, and closes nothing.
      if (fit.verbs.concat(fit.at).some((at) => isTold(reading, at))) return undefined
      // A member's "withdraw ours" is no wish to end the round for all.
      const { roles } = reading.vocabulary
      if (
        what === 'withdraw' &&
        reading.cues.some(({ means }) => means === 'mine') &&
        (roles === undefined || !roles.has('coordinator') || roles.has('member'))
      )
        return undefined
      // "Close the decree and open the strategy": two things are to be done.
      if (
        fit.items.items.length > 1 &&
        reading.cues.some(
          ({ means, start, end, locale }) =>
            locale === 'en' &&
            (means === 'start' || means === 'open') &&
            range(start, end).every((at) => !fit.used.has(at)),
        )
      )
        return undefined
      // "Delete all the opinions on the strategy" is no wish to end the round.
      if (
        what === 'withdraw' &&
        reading.cues.some(
          ({ means, start, locale }) =>
            locale === 'en' &&
            (means === 'answer' || means === 'remarks' || means === 'ballots') &&
            !fit.used.has(start),
        )
      )
        return undefined
      // "gia hạn KT-3" is about a visit.
      if (reading.values.some(({ value }) => value.kind === 'visit' || value.kind === 'team')) return undefined
      const { day, time, plusDays, plusWorkingDays, workingDays, rest } = deadlineIn(fit, reading)
      // "I need the table in 15 minutes": how long, and nothing of a deadline.
      if (
        !fit.signs.has('extend') &&
        !fit.signs.has('deadline') &&
        fit.verbs.length === 0 &&
        valuesUsed(fit, 'moment').some(({ value: { moment } }) =>
          moment.value.kind === 'duration' ? SHORT.has(moment.value.unit) : false,
        )
      )
        return undefined
      // "thêm" alone may be anything but for so many days more.
      if (
        !fit.signs.has('extend') &&
        fit.signs.has('more') &&
        plusDays === undefined &&
        plusWorkingDays === undefined &&
        workingDays === undefined &&
        !fit.signs.has('move') &&
        // "Grant members until 6 July".
        !(day !== undefined && fit.signs.has('toAll'))
      )
        return undefined
      const working = plusWorkingDays ?? workingDays
      const takes = what === 'extend' || what === 'reopen'
      const of = (item: string): Intent => ({
        kind: 'round.change.form',
        item,
        change: what,
        ...(takes && day !== undefined ? { day } : {}),
        ...(takes && time !== undefined ? { time } : {}),
        ...(takes && plusDays !== undefined && day === undefined ? { plusDays } : {}),
        ...(takes && working !== undefined && day === undefined ? { plusWorkingDays: working } : {}),
        ...reasonOf(fit),
      })
      if (fit.items.items.length === 0 && fit.left.length > 0) {
        const named = each(fit, reading, of)
        return named.kind === 'no-such-item' ? named : undefined
      }
      const unused = takes ? rest : valuesUsed(fit, 'moment')
      const meant = fit.items.items.length === 0 ? missing(fit, reading, of) : each(fit, reading, of)
      return leaving(meant, reading, unused)
    },
    asked: askState,
  }
}
