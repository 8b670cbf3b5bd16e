import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toInstant } from '../../src/calendar/zoned.ts'
import { en } from '../../src/texts/en.ts'
import { vi } from '../../src/texts/vi.ts'
import { calendarText, type Entry } from '../../src/visits/calendars/calendar-text.ts'
import { anyCharacter } from '../support/any-text.ts'
import { readCalendarText } from '../support/calendar-reader.ts'
import { runs } from '../support/runs.ts'

const hanoi = 'Asia/Ho_Chi_Minh'
const brussels = 'Europe/Brussels'
const changedAt = new Date('2020-06-01T03:04:05Z')
const id = '0b0a8d4e-5f8f-4d0e-9d55-0123456789ab'

type Details = NonNullable<Entry['details']>

const details = (more: Partial<Details> = {}): Details => ({
  starts: toInstant('2020-06-08', '08:00', hanoi),
  ends: toInstant('2020-06-08', '11:30', hanoi),
  time: '08:00',
  endTime: '11:30',
  place: '138A Giảng Võ, Ba Đình, Hà Nội',
  note: 'Mang theo đề cương; gửi trước',
  report: 'Không ghi vào lịch',
  leaders: ['Nguyễn Văn A', 'Trần Thị B'],
  ...more,
})

const entry = (more: Partial<Entry> = {}): Entry => ({
  id,
  code: 'KT-12',
  revision: 4,
  sequence: 3,
  changedAt,
  team: { id: 't', key: '3', name: 'Đoàn công tác số 3' },
  unit: { id: 'u', name: 'Bộ Y tế' },
  day: '2020-06-08',
  state: 'planned',
  own: true,
  details: details(),
  ...more,
})

const { details: _, ...datesOnly } = entry()
const write = (entries: readonly Entry[], zone = hanoi, as: 'feed' | 'file' = 'feed') =>
  calendarText(entries, { name: 'Lịch Đoàn công tác số 3', zone, texts: vi, as })
const read = (entries: readonly Entry[], zone = hanoi) => readCalendarText(write(entries, zone))
const one = (given: Entry, zone = hanoi) => {
  const [event, ...others] = read([given], zone).events
  if (event === undefined || others.length > 0) throw new Error('not one event')
  return event
}

describe('a visit in a calendar', () => {
  it('has its stable id, its sequence, when, where and what for, and the moment of its last change', () => {
    expect(one(entry())).toMatchObject({
      uid: `${id}@dondoc`,
      sequence: 3,
      status: 'TENTATIVE',
      summary: 'Đoàn công tác số 3: Bộ Y tế',
      location: '138A Giảng Võ, Ba Đình, Hà Nội',
      description:
        'KT-12\nTrạng thái: dự kiến\nTrưởng đoàn: Nguyễn Văn A, Trần Thị B\nGhi chú: Mang theo đề cương; gửi trước',
      starts: '2020-06-08T01:00:00.000Z',
      ends: '2020-06-08T04:30:00.000Z',
      stamp: changedAt.toISOString(),
      modified: changedAt.toISOString(),
    })
    expect(write([entry()])).not.toContain('Không ghi')
  })

  it('is tentative until it is confirmed, and confirmed when it is done', () => {
    const status = (state: Entry['state']) => one(entry({ state })).status
    expect([status('planned'), status('confirmed'), status('done'), status('cancelled')]).toEqual([
      'TENTATIVE',
      'CONFIRMED',
      'CONFIRMED',
      'CANCELLED',
    ])
  })

  it('without a stated end lasts until 17:00, or an hour where it begins later', () => {
    expect(one(entry({ details: details({ ends: null }) })).ends).toBe('2020-06-08T10:00:00.000Z')
    const late = details({ starts: toInstant('2020-06-08', '16:30', hanoi), ends: null })
    expect(one(entry({ details: late })).ends).toBe('2020-06-08T10:30:00.000Z')
  })

  it('of several days is one event from its beginning to its end', () => {
    const ends = toInstant('2020-06-10', '16:00', hanoi)
    expect(one(entry({ lastDay: '2020-06-10', details: details({ ends }) }))).toMatchObject({
      starts: '2020-06-08T01:00:00.000Z',
      ends: '2020-06-10T09:00:00.000Z',
    })
  })

  it('of which only the date may be seen is a whole day with unit and team, and nothing else', () => {
    const event = one(datesOnly)
    expect(event).toMatchObject({ starts: '2020-06-08', ends: '2020-06-09', summary: 'Đoàn công tác số 3: Bộ Y tế' })
    expect([...event.properties].sort()).toEqual([
      'dtend',
      'dtstamp',
      'dtstart',
      'last-modified',
      'sequence',
      'summary',
      'transp',
      'uid',
      'x-microsoft-cdo-alldayevent',
      'x-microsoft-msncalendar-alldayevent',
    ])
    expect(one({ ...datesOnly, lastDay: '2020-06-10' }).ends).toBe('2020-06-11')
    expect(write([datesOnly])).toContain('DTSTART;VALUE=DATE:20200608\r\n')
  })

  it('without a date is not in it', () => {
    const undated = entry({ day: null, details: details({ starts: null, ends: null, time: null, endTime: null }) })
    expect(read([undated, { ...datesOnly, day: null }]).events).toEqual([])
  })

  it('that is gone says so in its name as well, and takes up nobody’s time', () => {
    expect(one(entry({ state: 'cancelled' })).summary).toBe('Đã hủy: Đoàn công tác số 3: Bộ Y tế')
    const gone = one(entry({ gone: true }))
    expect(gone).toMatchObject({ status: 'CANCELLED', summary: 'Đã bỏ khỏi lịch: Đoàn công tác số 3: Bộ Y tế' })
    expect(gone.description).not.toContain('dự kiến')
    expect(one({ ...datesOnly, gone: true })).toMatchObject({ status: 'CANCELLED', description: null, location: null })
    for (const off of [entry({ gone: true }), { ...datesOnly, state: 'cancelled' as const }])
      expect(write([off])).toContain('TRANSP:TRANSPARENT')
  })

  it('is told in the language of its reader', () => {
    const text = calendarText([entry({ state: 'cancelled' })], { name: 'N', zone: hanoi, texts: en, as: 'feed' })
    expect(readCalendarText(text).events[0]).toMatchObject({
      summary: 'Cancelled: Inspection team 3: Ministry of Health',
      description: expect.stringContaining('Note: '),
    })
  })
})

describe('a calendar', () => {
  it('has a name, a method, and tells a program to read a feed again within the hour', () => {
    const { property } = read([entry()])
    expect(property('version')).toBe('2.0')
    expect(property('method')).toBe('PUBLISH')
    expect(property('name')).toBe('Lịch Đoàn công tác số 3')
    expect(property('x-wr-calname')).toBe('Lịch Đoàn công tác số 3')
    expect(property('refresh-interval')).toBe('PT1H')
    expect(property('x-published-ttl')).toBe('PT1H')
  })

  it('says everything of itself before its first component, as RFC 5545 has it: the zone, then the events', () => {
    const lines = write([entry(), entry({ id: 'b' })]).split('\r\n')
    const first = lines.findIndex((line) => line.startsWith('BEGIN:') && line !== 'BEGIN:VCALENDAR')
    const names = lines.slice(1, first).map((line) => line.split(/[:;]/, 1)[0])
    expect(names).toEqual([
      'VERSION',
      'PRODID',
      'METHOD',
      'NAME',
      'X-WR-CALNAME',
      'REFRESH-INTERVAL',
      'X-PUBLISHED-TTL',
    ])
    expect(lines.filter((line) => line.startsWith('BEGIN:V')).slice(1)).toEqual([
      'BEGIN:VTIMEZONE',
      'BEGIN:VEVENT',
      'BEGIN:VEVENT',
    ])
  })

  it('that is a file is read once; one of nothing but a visit called off takes it away', () => {
    const method = (...entries: Entry[]) => readCalendarText(write(entries, hanoi, 'file')).property('method')
    expect(readCalendarText(write([entry()], hanoi, 'file')).property('refresh-interval')).toBeNull()
    expect(method(entry())).toBe('PUBLISH')
    expect(method(entry({ state: 'cancelled' }))).toBe('CANCEL')
    expect(method(entry({ state: 'cancelled' }), entry({ id: randomUUID() }))).toBe('PUBLISH')
    expect(read([entry({ state: 'cancelled' })]).property('method')).toBe('PUBLISH')
  })

  it('escapes its own name, which a coordinator may have given signs that mean something', () => {
    const name = 'Đoàn 3; Bắc, Trung \\ Nam\r\nBEGIN:VEVENT'
    const text = calendarText([], { name, zone: hanoi, texts: vi, as: 'feed' })
    expect(text).toContain('\r\nNAME:Đoàn 3\\; Bắc\\, Trung \\\\ Nam BEGIN:VEVENT\r\n')
    expect(readCalendarText(text).events).toEqual([])
  })

  it('is the same to the byte as long as nothing changes', () => {
    const written = () => write([entry(), { ...datesOnly, id: 'b' }])
    expect(written()).toBe(written())
  })

  it('of no visits is a calendar all the same', () => {
    expect(read([])).toMatchObject({ events: [], zones: [] })
  })
})

describe('the zone', () => {
  it('is named at each time and explained once, and stamps are in UTC', () => {
    const text = write([entry(), entry({ id: 'b' }), datesOnly])
    expect(text.match(/BEGIN:VTIMEZONE/g)).toHaveLength(1)
    expect(text).toContain('DTSTART;TZID=Asia/Ho_Chi_Minh:20200608T080000\r\n')
    expect(text).toContain('DTSTAMP:20200601T030405Z\r\n')
    expect(text).toContain('LAST-MODIFIED:20200601T030405Z\r\n')
    expect(text.indexOf('BEGIN:VTIMEZONE')).toBeLessThan(text.indexOf('BEGIN:VEVENT'))
  })

  it.each([
    ['in winter', '2020-03-28', '10:00', '2020-03-28T09:00:00.000Z'],
    ['on the day on which clocks go forward', '2020-03-29', '10:00', '2020-03-29T08:00:00.000Z'],
    ['in summer', '2020-06-08', '10:00', '2020-06-08T08:00:00.000Z'],
    ['before clocks go back', '2020-10-24', '10:00', '2020-10-24T08:00:00.000Z'],
    ['on the day on which clocks go back', '2020-10-25', '10:00', '2020-10-25T09:00:00.000Z'],
  ])('of Brussels gives the right moment %s', (_when, day, time, moment) => {
    const starts = toInstant(day, time, brussels)
    const event = one(entry({ day, details: details({ starts, ends: null }) }), brussels)
    expect(event.starts).toBe(moment)
    expect(write([entry({ day, details: details({ starts, ends: null }) })], brussels)).toContain(
      `DTSTART;TZID=Europe/Brussels:${day.replaceAll('-', '')}T100000`,
    )
  })

  it('lasting over a change of clocks keeps both ends right', () => {
    const starts = toInstant('2020-10-24', '22:00', brussels)
    const ends = toInstant('2020-10-25', '12:00', brussels)
    expect(one(entry({ details: details({ starts, ends }) }), brussels)).toMatchObject({
      starts: starts.toISOString(),
      ends: ends.toISOString(),
    })
  })

  it.each([
    ['2020-10-25T00:30:00.000Z', '2020-10-25T01:30:00.000Z'],
    ['2020-10-25T01:00:00.000Z', '2020-10-25T01:59:00.000Z'],
    ['2020-10-24T20:00:00.000Z', '2020-10-25T01:30:00.000Z'],
  ])('that shows a time twice leaves no doubt which is meant: %s to %s', (starts, ends) => {
    const given = details({ starts: new Date(starts), ends: new Date(ends) })
    expect(one(entry({ day: '2020-10-25', details: given }), brussels)).toMatchObject({ starts, ends })
  })

  it('whose clocks follow the moon is told in UTC, since no rule of a file tells it', () => {
    for (const day of ['2026-02-10', '2026-03-10', '2026-07-10']) {
      const starts = toInstant(day, '09:00', 'Africa/Casablanca')
      const event = one(entry({ day, details: details({ starts, ends: null }) }), 'Africa/Casablanca')
      expect(event.starts).toBe(starts.toISOString())
    }
  })

  it('under an old name is told by the one that its block explains', () => {
    const { zones, events } = read([entry()], 'Asia/Saigon')
    expect(zones).toEqual([hanoi])
    expect(events[0]?.starts).toBe('2020-06-08T01:00:00.000Z')
    expect(write([entry()], 'Asia/Saigon')).not.toContain('Saigon')
  })

  it.each(['UTC', 'Etc/UTC', 'Etc/GMT-7'])('%s gives the right moment', (zone) => {
    expect(one(entry(), zone).starts).toBe('2020-06-08T01:00:00.000Z')
  })

  it('does not depend on the zone of the machine', () => {
    const before = process.env.TZ
    const texts = ['America/New_York', 'Asia/Tokyo', 'UTC'].map((zone) => {
      process.env.TZ = zone
      return write([entry(), datesOnly])
    })
    if (before === undefined) delete process.env.TZ
    else process.env.TZ = before
    expect(new Set(texts).size).toBe(1)
  })
})

describe('the lines', () => {
  const octets = (line: string) => Buffer.byteLength(line)

  it('end in CRLF, the last one too, and none is longer than 75 octets, whatever language it is in', () => {
    const note = 'Đề nghị đơn vị chuẩn bị đầy đủ hồ sơ, tài liệu và bố trí người làm việc với Đoàn. '.repeat(6)
    const text = write([entry({ details: details({ note, place: '🏛️'.repeat(60) }) })])
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
    const lines = text.split('\r\n')
    for (const line of lines) {
      expect(octets(line), line).toBeLessThanOrEqual(75)
      // Folded inside a character, its halves would be two signs of replacement.
      expect(line.isWellFormed(), line).toBe(true)
      expect(line).not.toMatch(/[\r\n]/)
    }
    expect(readCalendarText(text).events[0]?.description).toContain(note)
  })

  it('bring back any place and note that somebody may type', () => {
    const typed = fc.oneof(
      fc.string({ unit: anyCharacter, maxLength: 300 }),
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc
        .array(
          fc.constantFrom(
            'Đề',
            ' ',
            ',',
            ';',
            ':',
            '\\',
            '\\n',
            '\\N',
            '"',
            '\n',
            '\r\n',
            '\t',
            '^',
            'ữ',
            '\u0007',
            'END:VEVENT',
          ),
        )
        .map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(typed, typed, (place, note) => {
        const text = write([entry({ details: details({ place, note }) })])
        const [event, ...others] = readCalendarText(text).events
        expect(others).toEqual([])
        expect(event?.location ?? '').toBe(kept(place))
        expect(event?.description?.endsWith(kept(note) === '' ? '' : kept(note))).toBe(true)
        for (const line of text.split('\r\n')) expect(octets(line)).toBeLessThanOrEqual(75)
      }),
      { numRuns: runs(300) },
    )
  })

  /** What RFC 5545 can say of a text: everything but control characters; all ends of lines are one. */
  const kept = (typed: string): string =>
    [...typed.toWellFormed().replace(/\r\n|\r|\u2028|\u2029/g, '\n')]
      .filter((sign) => {
        const code = sign.codePointAt(0) ?? 0
        return code === 9 || code === 10 || (code >= 32 && (code < 127 || code > 159))
      })
      .join('')
})
