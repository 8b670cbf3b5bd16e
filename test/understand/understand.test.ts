import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Intent } from '../../src/contract/intent.ts'
import { bare, fold } from '../../src/texts/fold.ts'
import { entriesOf } from '../../src/understand/phrases.ts'
import { SENSES } from '../../src/understand/senses/senses.ts'
import { type Understanding, understand } from '../../src/understand/understand.ts'
import { LATER } from '../../src/understand/words/later.ts'
import { anyCharacter } from '../support/any-text.ts'
import { runs, someOf } from '../support/runs.ts'
import { LATER_BY_ROLE } from './later-by-role.ts'
import {
  DAYS,
  GENERAL,
  LATERS,
  NO_CODE,
  NO_SUCH_ITEM,
  OPINIONS,
  PEOPLE,
  type Phrasing,
  READING,
  REMINDERS,
  ROUNDS,
  UNKNOWN,
} from './phrasings.ts'
import { VOCABULARY } from './plan-vocabulary.ts'
import { NEAR_NAMES, NO_SUCH_DAY, SCHEDULES } from './schedule-phrasings.ts'
import { TYPED_AS } from './typed-as.ts'
import { understood } from './understood.ts'
import { NO_SCHEDULE, TEAMS, VISITS } from './visit-phrasings.ts'

const readings = new Map<string, Understanding>()
/** Each sentence is read once, although several tests ask for it. */
const read = (text: string) => {
  const known = readings.get(text) ?? understand(text, VOCABULARY)
  readings.set(text, known)
  return known
}
const ALL: readonly Phrasing[] = [
  ...GENERAL,
  ...READING,
  ...DAYS,
  ...OPINIONS,
  ...ROUNDS,
  ...REMINDERS,
  ...LATERS,
  ...PEOPLE,
  ...UNKNOWN,
  ...SCHEDULES,
  ...NEAR_NAMES,
  ...VISITS,
  ...TEAMS,
  ...NO_SUCH_DAY,
  ...NO_SCHEDULE,
]

describe.each([
  ['help, home and language', GENERAL],
  ['what only shows something', READING],
  ['leave and delegation', PEOPLE],
  ['why a day is what it is', DAYS],
  ['typed opinions', OPINIONS],
  ['rounds and recorded opinions', ROUNDS],
  ['reminding by hand', REMINDERS],
  ['reminders to oneself', LATERS],
  ['what is no action', UNKNOWN],
  ['a code that no item has', NO_SUCH_ITEM],
  ['what is no code', NO_CODE],
  ['where teams go, and when', SCHEDULES],
  ['names that several have, or nobody', NEAR_NAMES],
  ['visits and their changes', VISITS],
  ['teams, the overview and calendars', TEAMS],
  ['days that no calendar has', NO_SUCH_DAY],
  ['what is no schedule', NO_SCHEDULE],
])('%s', (_name, rows) => {
  test.each(rows)('%j is taken for %j', (typed, expected) => {
    expect(understood(read(typed))).toBe(expected)
  })
})

/** The sentences of all lists by the intent to which they lead: read once, asked for each intent. */
let sentencesByIntent: ReadonlyMap<string, readonly string[]> | undefined
function ledTo(): ReadonlyMap<string, readonly string[]> {
  sentencesByIntent ??= Map.groupBy(
    [...ALL, ...NO_SUCH_ITEM, ...NO_CODE].map(([text]) => text),
    (text) => {
      const found = read(text)
      return found.kind === 'intent' ? found.intent.kind : found.kind
    },
  )
  return sentencesByIntent
}

describe.each(entriesOf(TYPED_AS))('%s', (kind, typed) => {
  if (typed === 'pressed') {
    test('no sentence of these lists leads to it, as test/understand/typed-as.ts says', () => {
      expect(ledTo().get(kind) ?? []).toEqual([])
    })
  } else {
    test.each([typed.vi, typed.en])('is what “%s” asks for, as test/understand/typed-as.ts says', (text) => {
      expect(understood(read(text)).split(' ')[0]).toBe(kind)
    })
  }
})

test('no phrase says two things by itself: the one before would never be heard', () => {
  const means = new Map<string, string>()
  for (const { id, own } of SENSES) {
    for (const phrase of [...(own?.vi ?? []), ...(own?.en ?? [])]) {
      const spelled = phrase.normalize('NFC').toLowerCase()
      expect(means.get(spelled) ?? id, `“${phrase}”`).toBe(id)
      means.set(spelled, id)
    }
  }
})

test('every phrasing without diacritics, capitals and punctuation means the same kind of thing', () => {
  const kind = (of: Understanding) => (of.kind === 'intent' ? `intent ${of.intent.kind}` : of.kind)
  // A day keeps the stroke in it: "8 12 6" is no "8-12/6".
  const plain = (text: string) => (/\d[/:-]\d/.test(text) ? bare(text) : fold(text))
  const other: string[] = []
  const { some, from } = someOf(ALL.filter(([text]) => fold(text) !== ''))
  for (const [typed] of some) {
    const meant = kind(read(typed))
    // What says nothing sure with its marks may show something, or ask of what, without them.
    for (const text of [plain(typed), typed.normalize('NFD'), typed.toUpperCase()])
      if (kind(read(text)) !== meant && !(meant === 'unknown' && /\.(?:show|list)$|^missing$/.test(kind(read(text)))))
        other.push(`${text}: ${kind(read(text))}, not ${meant}`)
  }
  expect(other, from).toEqual([])
})

test('an item that can be named is understood with every verb that needs one', () => {
  for (const item of VOCABULARY.items) {
    for (const name of [item.key, item.key.toLowerCase().replace('-', ' '), item.title, item.titleEn ?? item.title]) {
      expect(understood(read(`tình hình ${name}`)), name).toBe(`status.show ${item.key}`)
      expect(understood(read(`góp ý ${name} đồng ý`)), name).toBe(`opinion.type ${item.key} agree`)
      expect(understood(read(`gia hạn ${name} đến 15/09/2020`)), name).toBe(
        `round.change.form ${item.key} extend 2020-09-15`,
      )
      expect(understood(read(`ghi nhận ý kiến ${name}`)), name).toBe(`record.save.form ${item.key}`)
      expect(understood(read(`nhắc ${name}`)), name).toBe(`reminder.preview ${item.key}`)
    }
  }
})

test('names to remind are given on only as far as a button holds them', () => {
  const named = (count: number, length: number) =>
    intentsOf(read(`nhắc ND-DLCN ${Array.from({ length: count }, () => 'N'.repeat(length)).join(', ')}`)).map(
      ({ kind }) => kind,
    )
  expect([named(50, 20), named(5, 200)]).toEqual([['reminder.preview'], ['reminder.preview']])
  expect([named(51, 10), named(1, 201), named(6, 200)].flat()).not.toContain('reminder.preview')
})

/** Pieces of sentences, so that random texts come near to what means something. */
const piece = fc.oneof(
  fc.constantFrom(
    'góp ý',
    'ND-DLCN',
    'đồng ý',
    'không đồng ý',
    'tôi',
    'ý kiến khác',
    'gia hạn',
    'đóng',
    'mở',
    'quý',
    'II',
  ),
  fc.constantFrom(
    'chiến lược',
    'dữ liệu',
    'CSDL',
    'vì',
    'đến',
    '31/06',
    '07/07/2020',
    '17:00',
    'chưa',
    ':',
    ',',
    '\n',
    '?',
  ),
  fc.constantFrom(
    'agree',
    'disagree',
    'not',
    'status.show',
    'nhắc',
    'xin chào',
    'của tôi',
    'nhưng',
    'ạ',
    'và',
    '-',
    'x',
    'CL-CPDT',
  ),
  fc.constantFrom(
    'lịch',
    'đoàn',
    '3',
    'đoàn 3',
    'Bộ Y tế',
    'Lào Cai',
    'Bắc',
    'KT-12',
    'dời',
    'hủy chuyến',
    'sang',
    'tháng',
  ),
  fc.constantFrom(
    'tuần sau',
    'từ',
    '8-12/6',
    'quý 9',
    'ai',
    'kiểm tra',
    'team',
    'visits',
    'assign',
    'thêm',
    'vào',
    '8h',
  ),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
)
const sentence = fc.array(piece, { maxLength: 9 }).map((pieces) => pieces.join(' '))

function intentsOf(of: Understanding): readonly Intent[] {
  switch (of.kind) {
    case 'intent':
      return [of.intent]
    case 'unknown':
      return of.nearest
    case 'no-such-day':
      return []
    default:
      return of.options.map((option) => option.intent)
  }
}

test('whatever is typed, it is read without a throw into intents that the contract allows', () => {
  fc.assert(
    fc.property(fc.oneof(sentence, fc.string({ unit: anyCharacter, maxLength: 200 })), (text) => {
      for (const intent of intentsOf(read(text)))
        expect(Intent.safeParse(intent).success, JSON.stringify(intent)).toBe(true)
    }),
    { numRuns: runs(1000) },
  )
})

test('where "không đồng ý" is written, nobody is taken to agree', () => {
  fc.assert(
    fc.property(
      sentence,
      sentence,
      fc.constantFrom('không đồng ý', 'khong dong y', 'ko đồng ý', 'disagree'),
      (a, b, no) => {
        for (const intent of intentsOf(read(`${a} ${no} ${b}`))) {
          if (intent.kind === 'opinion.type') expect(intent.position ?? 'open').not.toMatch(/^agree/)
        }
      },
    ),
    { numRuns: runs(1000) },
  )
})

test('the words of an opinion come through to the letter', () => {
  fc.assert(
    fc.property(fc.string({ unit: anyCharacter, maxLength: 300 }), (rest) => {
      const body = `Điều 5:\n  ${rest}.`
      const found = read(`góp ý ND-DLCN không đồng ý: ${body}`)
      expect(intentsOf(found)).toEqual([{ kind: 'opinion.type', item: 'ND-DLCN', position: 'disagree', body }])
    }),
    { numRuns: runs(300) },
  )
})

test('fifty thousand characters of an opinion are kept, more than the contract takes are not cut but left unread', () => {
  const body = 'Điều 5 chưa rõ. '.repeat(3125).trim()
  expect(intentsOf(read(`gop y nd-dlcn khong dong y: ${body}`))).toMatchObject([{ body }])
  expect(read(`gop y nd-dlcn khong dong y: ${body.repeat(3)}`).kind).toBe('unknown')
})

test('a negation before a verb never lets it act', () => {
  const acting = SENSES.filter(({ does }) => does !== 'shows').flatMap(({ own, weak }) =>
    [own, weak].flatMap((phrases) => [...(phrases?.vi ?? []), ...(phrases?.en ?? [])]),
  )
  const { some, from } = someOf(acting)
  for (const verb of some) {
    const plain = read(`${verb} ND-DLCN`)
    const does = plain.kind === 'unknown' ? [] : intentsOf(plain).map(({ kind }) => kind)
    for (const no of ['đừng', 'không', 'chưa', 'don’t', 'do not', 'never']) {
      for (const typed of [`${no} ${verb} ND-DLCN`, `ND-DLCN ${no} ${verb}`]) {
        const found = read(typed)
        if (found.kind === 'intent' && /form|preview/.test(found.intent.kind))
          expect(does, `${typed} (${from})`).not.toContain(found.intent.kind)
      }
    }
  }
})

test('every way to put off one’s own reminders leads to that, and never to a reminder to others', () => {
  for (const verb of [...LATER.vi, ...LATER.en]) {
    expect(understood(read(verb)).split(' ')[0], verb).toBe('nudge.snooze.form')
    expect(understood(read(`${verb} ND-DLCN`)), verb).toMatch(/^nudge\.snooze\.form ND-DLCN/)
  }
})

describe.each([
  ['a member', 'member'],
  ['a coordinator', 'coordinator'],
] as const)('reminders to oneself, typed by %s', (_who, role) => {
  test.each(LATER_BY_ROLE)('$typed', ({ typed, member, coordinator = member, unused = [] }) => {
    const found = understand(typed, { ...VOCABULARY, roles: new Set([role]), self: ['Bộ Y tế'] })
    const expected = role === 'member' ? member : coordinator
    expect(understood(found)).toBe(expected)
    if (expected.startsWith('nudge.snooze.form'))
      expect(found.kind === 'intent' ? (found.unused ?? []) : []).toEqual(unused)
  })
})

test('a question about a change asks for the state, it changes nothing', () => {
  for (const verb of ['đóng', 'gia hạn', 'mở lại', 'rút', 'mở đợt lấy ý kiến', 'mở']) {
    expect(understood(read(`${verb} ND-DLCN chưa?`)), verb).toBe('status.show ND-DLCN')
  }
})

test('what is asked about is labelled with key and title, in the language of the verb', () => {
  const vietnamese = read('góp ý cơ sở dữ liệu')
  const english = read('comment on database')
  expect(vietnamese.kind === 'ask' && vietnamese.options[0]?.label).toBe(
    'CSDL-DC: Triển khai cơ sở dữ liệu quốc gia Dân cư',
  )
  expect(english.kind === 'ask' && english.options[0]?.label).toBe(
    'CSDL-DC: Deploying the national population database',
  )
})

test('a long text does not ride on every button of a question', () => {
  const found = read(`góp ý cơ sở dữ liệu không đồng ý: ${'Điều 5 chưa rõ. '.repeat(200)}`)
  expect(found.kind).toBe('ask')
  for (const intent of intentsOf(found)) expect(JSON.stringify(intent).length).toBeLessThan(1500)
})

test('an empty plan makes no verb throw', () => {
  // The same one each time: what is looked for in it is laid out once.
  const empty = { ...VOCABULARY, items: [], units: [], teams: [] }
  const { some, from } = someOf(ALL)
  for (const [typed] of some) expect(() => understand(typed, empty), from).not.toThrow()
})
