import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Intent } from '../../src/contract/intent.ts'
import { shortNamesOf } from '../../src/plan/units/short-names.ts'
import { fold } from '../../src/texts/fold.ts'
import { speaksFor } from '../../src/understand/likeness/likeness.ts'
import { nearestUnits } from '../../src/understand/names/near-names.ts'
import type { Understanding } from '../../src/understand/result.ts'
import { understand } from '../../src/understand/understand.ts'
import { CHANGES, DIRECTIONS } from '../../src/understand/words/visits.ts'
import { runs, someOf } from '../support/runs.ts'
import { VOCABULARY } from './plan-vocabulary.ts'
import { NEAR_NAMES, SCHEDULES } from './schedule-phrasings.ts'
import { understood } from './understood.ts'
import { TEAMS, VISITS } from './visit-phrasings.ts'

const read = (text: string) => understand(text, VOCABULARY)

/** Whatever the sentence could lead to, by itself or by one press on what it asks; what is offered beside help is no reading. */
function leadsTo(of: Understanding): readonly Intent[] {
  if (of.kind === 'intent') return [of.intent]
  if (of.kind === 'unknown') return []
  return of.kind === 'no-such-day' ? [] : of.options.map((option) => option.intent)
}
const changing = /^(?:visit\.(?:check|save|cancel|report)|move\.|duty\.)/
const changes = (text: string) => leadsTo(read(text)).filter(({ kind }) => changing.test(kind))

const verbs = Object.values(CHANGES).flatMap(({ plain, weak }) => [
  ...plain.vi,
  ...plain.en,
  ...(weak === undefined ? [] : [...weak.vi, ...weak.en]),
])
const folded = new Set(verbs.map(fold))
const isVerb = (text: string) => {
  const said = ` ${fold(text)} `
  return [...folded].some((verb) => said.includes(` ${verb} `))
}
const objects = ['KT-12', 'Bộ Y tế', 'chuyến Lào Cai', 'đoàn 3', 'Bắc Ninh cho đoàn 3 ngày 15/6']

describe('changes', () => {
  const places = ['KT-12', 'Bộ Y tế', 'Lào Cai']
  const times = ['15/06', '8h', 'tháng 6']
  /** Which way and how far in one. */
  const shifts = ['one day earlier', 'two days later']
  const directions: readonly string[] = [...DIRECTIONS.words, ...DIRECTIONS.arrows]
  const others =
    'đoàn 3, cho, lịch, ai, kiểm tra, của, Trần An, ND-DLCN, team 3, on, visit, đồng ý, nhắc, chưa, mới, không, vào, vì, và'
  const oneOf = (...lists: readonly (readonly string[])[]) => fc.constantFrom(...lists.flat())
  const pieces = fc.array(oneOf(places, times, directions, shifts, others.split(', ')), { maxLength: 8 })
  // As it is written where a visit goes to another time, and with other words, or none, in place of the direction.
  const moving = fc.oneof(
    fc.tuple(oneOf(places), oneOf(directions), oneOf(times)),
    fc.tuple(oneOf(places), oneOf(others.split(', '), ['']), oneOf(times)),
    fc.tuple(oneOf(places), oneOf(shifts)),
  )
  const few = fc.array(oneOf(others.split(', ')), { maxLength: 1 })
  const other = fc.oneof(fc.constant(''), fc.string({ unit: 'grapheme', maxLength: 8 }))
  const sentence = fc.oneof(
    fc.tuple(pieces, other).map(([some, last]) => [...some, last]),
    fc.tuple(few, moving, few, other).map(([before, move, behind, last]) => [...before, ...move, ...behind, last]),
  )

  /** Whether the name of a visit stands before where it goes to: the last piece, any letters, may be a time by accident. */
  const isDirected = (said: readonly string[]) => {
    const behind = said.slice(said.findIndex((piece) => places.includes(piece)) + 1)
    const onward = behind.slice(behind.findIndex((piece) => directions.includes(piece)) + 1)
    return (
      behind.length < said.length &&
      (behind.some((piece) => shifts.includes(piece)) ||
        (onward.length < behind.length &&
          (onward.some((piece) => times.includes(piece)) || onward.at(-1)?.trim() !== '')))
    )
  }

  /** Words of people's sentences that want a change are as good as its verbs; letters may be one by accident. */
  const isSpokenFor = (text: string) =>
    fold(text)
      .split(' ')
      .some((word) =>
        (['visit.check.form', 'visit.cancel.form', 'visit.report.form', 'duty.save.form'] as const).some((kind) =>
          speaksFor(word, kind),
        ),
      )

  test('never come from a sentence without one of their verbs, but for a form of moving where a visit goes to another time', () => {
    fc.assert(
      fc.property(sentence, (said) => {
        const text = said.join(' ')
        fc.pre(!isVerb(text) && !isSpokenFor(said.at(-1) ?? ''))
        for (const { kind } of changes(text)) {
          expect(kind, text).toBe('visit.check.form')
          expect(isDirected(said), text).toBe(true)
        }
      }),
      { numRuns: runs(1000) },
    )
  })

  test.each(
    places.flatMap((place) => [
      ...directions.map((direction) => `${place} ${direction} 15/06`),
      ...shifts.map((shift) => `${place} ${shift}`),
    ]),
  )('%j opens the form of moving', (text) => {
    expect(changes(text)).toMatchObject([{ kind: 'visit.check.form' }])
  })

  test('are never made by a sentence that denies or asks for them', () => {
    const sentences = verbs.flatMap((verb) =>
      objects.flatMap((object) => [
        ...['đừng', 'không được', "don't", 'ai', 'vì sao'].map((no) => `${no} ${verb} ${object}`),
        `${verb} ${object} là gì`,
        `${verb} ${object} chưa?`,
      ]),
    )
    const { some, from } = someOf(sentences)
    for (const sentence of some) expect(changes(sentence), `${sentence} (${from})`).toEqual([])
  })

  test('never begin in the middle of what somebody says', () => {
    const befores = ['Bộ Công an nói', 'nghe nói', 'góp ý ND-DLCN:']
    const { some, from } = someOf(verbs.flatMap((verb) => befores.map((before) => `${before} ${verb} KT-12`)))
    for (const sentence of some) expect(changes(sentence), `${sentence} (${from})`).toEqual([])
  })

  test('never swallow words that nothing accounts for: they are shown, or nothing is changed', () => {
    for (const [typed, expected] of VISITS.filter(([, line]) => changing.test(line) && !line.startsWith('duty'))) {
      const found = read(`${typed} bánh mì`)
      const kept = found.kind === 'intent' || found.kind === 'ask' ? [found, found.unused ?? []] : []
      if (changes(`${typed} bánh mì`).length > 0)
        expect(JSON.stringify(kept), `${typed} (${expected})`).toContain('bánh mì')
    }
  })
})

describe('names', () => {
  test('of every unit, short or long, with and without diacritics, are found behind "lịch"', () => {
    const ways = VOCABULARY.units.flatMap((unit) =>
      [unit.name, ...shortNamesOf(unit.name)].flatMap((name) =>
        [name, fold(name), name.toUpperCase(), name.normalize('NFD'), fold(name).replaceAll(' ', '')]
          .filter((typed) => fold(typed).length > 3 || typed === name)
          .map((typed) => ({ unit, typed })),
      ),
    )
    const { some, from } = someOf(ways)
    for (const { unit, typed } of some)
      expect(understood(read(`lịch ${typed}`)), `${typed} (${from})`).toBe(`schedule.show unit ${unit.name}`)
  })

  test('of provinces that are not inspected are never taken for those of one that is', () => {
    const others =
      'Hà Nội, Hà Giang, Hà Nam, Hà Tĩnh, Hải Phòng, Hòa Bình, Hưng Yên, Lai Châu, Nam Định, Ninh Bình, Nghệ An, Thanh Hóa, Quảng Trị, Quảng Nam, Quảng Ngãi, Thừa Thiên Huế, Đà Nẵng, Bình Định, Bình Dương, Bình Phước, Bình Thuận, Ninh Thuận, Phú Yên, Khánh Hòa, Kon Tum, Gia Lai, Đắk Lắk, Đắk Nông, Lâm Đồng, Đồng Nai, Tây Ninh, Long An, Tiền Giang, Hậu Giang, Kiên Giang, Bến Tre, Trà Vinh, Vĩnh Long, Đồng Tháp, Cần Thơ, Sóc Trăng, Bạc Liêu, Cà Mau, Bà Rịa, Bộ Công Thương, Bộ Tư pháp, Bộ Ngoại giao, Bộ Quốc phòng'
    for (const name of others.split(', '))
      for (const typed of [`lịch ${name}`, fold(`lịch ${name}`), `lịch tỉnh ${name}`])
        expect(
          leadsTo(read(typed)).some((intent) => 'unit' in intent),
          typed,
        ).toBe(false)
  })

  test('of one letter too many, too few, or exchanged, are found where they are long enough', () => {
    const slips = (text: string) =>
      [...text].flatMap((letter, at) => [
        text.slice(0, at) + letter + text.slice(at),
        text.slice(0, at) + text.slice(at + 1),
        `${text.slice(0, at)}${text[at + 1] ?? ''}${letter}${text.slice(at + 2)}`,
      ])
    let [found, all] = [0, 0]
    for (const unit of VOCABULARY.units.filter(({ name }) => fold(name).length >= 8))
      for (const typed of slips(fold(unit.name)).filter((text) => !text.includes('  ') && text.trim() === text)) {
        all += 1
        const line = understood(read(`lich ${typed}`))
        if (line === `schedule.show unit ${unit.name}`) found += 1
        // Asked or not found: never another one's schedule.
        else expect(line, typed).not.toMatch(/^schedule\.show unit/)
      }
    expect(found / all).toBeGreaterThan(0.9)
  })

  test('that two units share are asked about, and their own name comes before another’s', () => {
    const [a, b] = VOCABULARY.units
    const units = [
      { id: a?.id ?? '', name: 'Bộ Công an', otherNames: ['BX'] },
      { id: b?.id ?? '', name: 'Bộ Tài chính', otherNames: ['BX', 'Bộ Công an'] },
    ]
    const asked = understand('lịch BX', { ...VOCABULARY, units })
    expect(asked).toMatchObject({
      kind: 'ask',
      about: 'unit',
      options: [{ label: 'Bộ Công an' }, { label: 'Bộ Tài chính' }],
    })
    expect(understand('lịch Bộ Công an', { ...VOCABULARY, units })).toMatchObject({ intent: { unit: a?.id } })
  })

  test('that are none come with the units that are likest', () => {
    const near = (named: string) => nearestUnits(VOCABULARY, named, 3).map((unit) => unit.name)
    expect(near('Lào Kai')).toContain('Lào Cai')
    expect(near('Quảng')).toEqual(expect.arrayContaining(['Quảng Ninh', 'Quảng Bình']))
    expect(near('tỉnh Thái')).toEqual(expect.arrayContaining(['Thái Bình', 'Thái Nguyên']))
    expect(near('zzz')).toEqual([])
    // A province that is not inspected, a person: what shares a syllable with them comes near to nothing.
    for (const other of ['Đà Nẵng', 'Hà Nội', 'TP Hồ Chí Minh', 'Nguyễn Văn Abc']) expect(near(other)).toEqual([])
    expect(near('Thai Nuyn')).toEqual(['Thái Nguyên'])
    expect(near('Quan Nin')).toContain('Quảng Ninh')
    expect(nearestUnits({ units: [] }, 'Lào Cai', 3)).toEqual([])
  })
})

describe('teams', () => {
  const teams = [
    { key: 'mien-bac', name: 'Đoàn miền Bắc' },
    { key: 'D07', name: 'Đoàn công tác số 7' },
    { key: 'x7', name: 'Tổ 7' },
  ]
  test('are called by their name, their key and their number', () => {
    expect(understand('lịch đoàn miền bắc', { ...VOCABULARY, teams })).toMatchObject({ intent: { team: 'mien-bac' } })
    expect(understand('lich mien-bac', { ...VOCABULARY, teams })).toMatchObject({ intent: { team: 'mien-bac' } })
    expect(understand('lịch đoàn 7', { ...VOCABULARY, teams })).toMatchObject({ kind: 'ask', about: 'team' })
  })
})

describe('words that only diacritics tell apart', () => {
  test.each([
    ['chuyến Bộ Y tế', 'schedule.show unit Bộ Y tế'],
    ['chuyển Bộ Y tế', 'schedule.show unit Bộ Y tế'],
    ['chuyen bo y te', 'schedule.show unit Bộ Y tế'],
    ['chuyen bo y te sang 16/6', 'visit.check.form unit Bộ Y tế day 2020-06-16'],
    ['tháng sáu đoàn nào đi', 'schedule.show from 2020-06-01 to 2020-06-30'],
    ['tháng sau đoàn nào đi', 'schedule.show from 2020-07-01 to 2020-07-31'],
    ['thang sau doan nao di', 'schedule.show from 2020-07-01 to 2020-07-31'],
    ['lịch đoàn sáu', 'schedule.show team 6'],
    ['lịch đoàn tôi', 'schedule.show mine'],
    ['đoàn nào tới Lào Cai', 'schedule.show unit Lào Cai'],
    ['bỏ chuyến KT-12', 'visit.cancel.form KT-12'],
  ])('%j is taken for %j', (typed, expected) => {
    expect(understood(read(typed))).toBe(expected)
  })
})

test('"bộ" strikes no visit, as "bỏ" does', () => {
  expect(changes('bộ chuyến KT-12')).toEqual([])
})

test('a letter alone is no verb, whatever it was beside in what was learnt', () => {
  expect(read('KT-12 đoàn 3 15/06 𝑫')).toMatchObject({ kind: 'unknown', left: ['𝑫'] })
})

test('the more than two hundred phrasings about schedules and visits are all different', () => {
  const typed = [...SCHEDULES, ...NEAR_NAMES, ...VISITS, ...TEAMS].map(([text]) => text)
  expect(typed.length).toBeGreaterThan(200)
  expect(new Set(typed).size).toBe(typed.length)
})
