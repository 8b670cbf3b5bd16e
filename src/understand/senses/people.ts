import type { Intent } from '../../contract/intent.ts'
import { valuesUsed } from '../engine/fit.ts'
import type { Sense } from '../engine/sense.ts'
import { PEOPLE_VERBS, STRONG_LEAVE } from '../words/people.ts'
import { each, intent, isStoodInFor, leaving, namesIn, stretchIn } from './build.ts'

const EXCEPT = new Set(['except', 'excepting', 'excluding'])
const VAGUE = new Set(['cho', 'de', 'nho', 'cu'])

/** Leave and delegation. */
export const PEOPLE: readonly Sense[] = [
  {
    id: 'leave',
    does: 'forms',
    own: STRONG_LEAVE,
    patterns: [
      ['own', '!who', '!#item'],
      ['leave', '#moment', '#person', '!who', '!#item', '!#visit', '!#team', '!delegate'],
      ['leave', '#moment', '!who', '!#item', '!delegate', '!#unit', '!#visit', '!#team', '!v.schedule', '!offTopic'],
    ],
    helps: ['leave', 'me', 'mine', 'stop', 'record', 'sick', 'said', 'back'],
    takes: ['moment', 'person', 'body'],
    build: (fit, reading) => {
      const { from, to, rest } = stretchIn(fit)
      const [named] = namesIn(fit, reading)
      if (named !== undefined && isStoodInFor(reading)) return undefined
      const form: Intent = {
        kind: 'leave.save.form',
        ...(named === undefined ? {} : { named }),
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
      }
      return leaving(intent(form), reading, rest)
    },
    asked: (fit) => (fit.left.length === 0 ? intent({ kind: 'leave.list' }) : undefined),
  },
  {
    id: 'leaves',
    does: 'shows',
    own: PEOPLE_VERBS.leaves,
    patterns: [
      ['own', '!#item'],
      ['leave', 'who', '!#item', '!#unit'],
      ['leave', 'show', '!#item', '!#unit'],
      ['leave', 'end', '!#item', '!#visit'],
      ['back', 'leave'],
      ['leave', '!#item', '!#moment', '!#unit', '!#visit', '!#team', '!#person', '!remind'],
      ['back', 'me'],
    ],
    helps: ['v.coming', 'v.next', 'leave', 'who', 'show', 'end', 'mine', 'me', 'back', 'done'],
    takes: ['moment'],
    build: (fit, reading) => {
      if (fit.left.length > 0) return undefined
      // "I'm off Wed, back Thurs" enters it.
      if (fit.verbs.length === 0 && fit.signs.has('back') && valuesUsed(fit, 'moment').length > 1) return undefined
      // "Leave" alone may ask who is, or be the beginning of an entry.
      if (fit.verbs.length === 0 && reading.text.length <= 2)
        return {
          kind: 'ask',
          about: 'meaning',
          options: [{ intent: { kind: 'leave.list' } }, { intent: { kind: 'leave.save.form' } }],
        }
      return fit.verbs.length > 0 || fit.signs.size > 1 ? intent({ kind: 'leave.list' }) : undefined
    },
  },
  {
    id: 'delegate',
    does: 'forms',
    own: PEOPLE_VERBS.delegate,
    patterns: [
      ['own'],
      ['delegate', 'instead'],
      ['delegate', '#person', 'answer'],
      ['instead', '#person', 'mine'],
      ['delegate', '#person', 'leave'],
      ['delegate', '#person', '#item', 'mine'],
      ['delegate', '#person', 'instead'],
      ['delegate', '#body', 'answer'],
      ['giveTo', 'instead'],
      ['giveTo', '#person', 'answer', 'mine'],
      ['giveTo', '#person', 'answer', '#item'],
      ['giveTo', '#person', 'handle', '#item'],
    ],
    helps: ['delegate', 'giveTo', 'handle', 'instead', 'answer', 'leave', 'me', 'mine', 'round', 'draft'],
    takes: ['item', 'person', 'body', 'moment'],
    build: (fit, reading) => {
      // "Cho anh Nam xem trả lời nghị định" gives nobody a right.
      const gives = reading.cues.filter(({ means, start }) => means === 'giveTo' && fit.used.has(start))
      if (
        fit.verbs.length === 0 &&
        !fit.signs.has('instead') &&
        gives.every(({ start, end }) => end - start === 1 && VAGUE.has(reading.text[start]?.folded ?? ''))
      )
        return undefined
      // "To Lan, except for the decree" is more than a form holds.
      if (reading.english && reading.text.some(({ folded }) => EXCEPT.has(folded))) return undefined
      const [named] = namesIn(fit, reading)
      const { from, to, rest } = stretchIn(fit)
      const terms = {
        ...(named === undefined ? {} : { named }),
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
      }
      if (fit.items.items.length === 0)
        return leaving(intent({ kind: 'delegation.save.form', ...terms }), reading, rest)
      return leaving(
        each(fit, reading, (item) => ({ kind: 'delegation.save.form', item, ...terms })),
        reading,
        rest,
      )
    },
    asked: (fit) =>
      fit.left.length === 0 && valuesUsed(fit, 'person').length === 0 ? intent({ kind: 'delegation.list' }) : undefined,
  },
  {
    id: 'delegations',
    does: 'shows',
    own: PEOPLE_VERBS.delegations,
    patterns: [
      ['own'],
      ['instead', 'answer', '!#item', '!#otherBody', '!#person', '!#moment', '!takeBack'],
      ['delegation', 'when'],
      ['instead', 'answer', 'who', '!#item'],
      ['delegation', 'timeLeft'],
      ['delegation', 'end'],
      ['delegation', 'show'],
      ['delegation', 'who'],
      ['delegate', 'who'],
    ],
    helps: [
      'when',
      'deadline',
      'notYet',
      'timeLeft',
      'delegation',
      'end',
      'show',
      'who',
      'mine',
      'me',
      'delegate',
      'instead',
      'answer',
      'done',
      'before',
    ],
    takes: ['person', 'body', 'item'],
    prior: 0.3,
    build: () => intent({ kind: 'delegation.list' }),
  },
]
