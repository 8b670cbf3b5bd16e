import { inflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawPng } from '../../src/files/draw-png.ts'
import { type Colour, indexedPng } from '../../src/files/indexed-png.ts'
import { en } from '../../src/texts/en.ts'
import { vi } from '../../src/texts/vi.ts'
import { overviewCard, teamLabel } from '../../src/visits/cards/overview-card.ts'
import { drawQuarterMap } from '../../src/visits/schedule/quarter-map.ts'
import { levelOf, mapPalette, quarterMapSvg, rangesOf } from '../../src/visits/schedule/quarter-map-svg.ts'
import type { Overview } from '../../src/visits/schedule/read-overview.ts'
import { anyCharacter } from '../support/any-text.ts'
import { keepingLog, quiet } from '../support/quiet.ts'

const load = (quarters: readonly [number, number, number, number], undated: number) => {
  const visits = quarters.reduce((sum, count) => sum + count, undated)
  return { visits, quarters, undated, elsewhere: 0, planned: visits, confirmed: 0, done: 0 }
}

/** Teams with counts that differ from cell to cell, the highest of them `most`. */
function overviewOf(teams: number, most: number, sample = true): Overview {
  const count = (team: number, column: number) => (team * 7 + column * 3) % (most + 1)
  return {
    plan: { year: 2020, sample },
    units: { total: 0, dated: 0, undated: [], unassigned: [] },
    teams: Array.from({ length: teams }, (_, at) => ({
      key: String(at + 1),
      name: `Đoàn công tác số ${at + 1}`,
      leaders: [],
      people: 0,
      ...load([count(at, 0), count(at, 1), count(at, 2), count(at, 3)], count(at, 4)),
    })),
    totals: load([0, 0, 0, 0], 0),
  }
}

const draw = async (overview: Overview, texts = vi) => {
  const file = await drawQuarterMap({ texts, log: quiet }, overview)
  if (file === undefined) throw new Error('no picture')
  return { ...file, png: Buffer.from(file.base64, 'base64') }
}

describe('the picture of quarter by team', () => {
  it('is a PNG at twice its size, small enough for a card, under a name that says what it is', async () => {
    const { png, base64, name, mediaType } = await draw(overviewOf(11, 4))
    expect(png.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([808, 650])
    expect({ name, mediaType }).toEqual({ name: 'doan-theo-quy-2020.png', mediaType: 'image/png' })
    expect(base64.length).toBeLessThan(16_000)
  })

  it('of forty teams is less sharp rather than too large, and of more shows the first forty and says so', async () => {
    const many = await draw(overviewOf(40, 9))
    expect(many.base64.length).toBeLessThanOrEqual(30_000)
    expect(many.png.readUInt32BE(16)).toBeGreaterThan(500)
    const more = await draw(overviewOf(300, 9))
    expect(more.base64.length).toBeLessThanOrEqual(32_000)
    expect(more.alt).toContain('và 260 đoàn khác')
    expect(more.alt).not.toContain('Đoàn 41:')
  })

  it('is the same to the byte for the same numbers, and another for others', async () => {
    const once = await draw(overviewOf(3, 2))
    const other = await draw(overviewOf(3, 3))
    const again = await draw(overviewOf(3, 2))
    expect(again.base64).toBe(once.base64)
    expect(other.base64).not.toBe(once.base64)
  })

  it.each([
    ['Vietnamese', vi],
    ['English', en],
  ])('says in words the numbers that the table holds, in %s', async (_, texts) => {
    const overview = overviewOf(11, 9)
    const { alt } = await draw(overview, texts)
    const actor = {
      id: '',
      key: '',
      name: '',
      honorific: null,
      title: null,
      organisation: null,
      locale: null,
      timeZone: null,
      roles: new Set(['chair'] as const),
    }
    const card = overviewCard({ texts, actor, now: new Date(0), zone: 'UTC' }, overview)
    const table = card.blocks?.find((block) => block.kind === 'table')
    const rows = table?.kind === 'table' ? table.rows.slice(0, -1) : []
    const told = alt
      .slice(alt.indexOf('. ') + 2)
      .split('; ')
      .slice(0, 11)
    const numbers = (text: string) => text.slice(text.indexOf(':')).replace(/Q\d/g, '').match(/\d+/g)
    expect(told.map(numbers)).toEqual(rows.map((row) => row.slice(1, 6)))
    expect(told.map((one) => one.slice(0, one.indexOf(':')))).toEqual(
      rows.map((row) => (row[0] ?? '').replace(/ \(.*$/, '')),
    )
    expect(alt).toContain(texts.sample)
    expect((await draw(overviewOf(2, 1, false), texts)).alt).not.toContain(texts.sample)
  })

  it('has the number of every cell as words in the drawing, and calls a team by its name where its key is no number', () => {
    expect(teamLabel({ texts: vi }, { key: '12', name: 'Đoàn công tác số 12' })).toBe('Đoàn 12')
    expect(teamLabel({ texts: vi }, { key: 'LN', name: 'Đoàn liên ngành' })).toBe('Đoàn liên ngành')
    const svg = quarterMapSvg({
      title: 'T',
      columns: ['I', 'II'],
      rows: [{ label: 'A', counts: [123, 4567] }],
      legend: 'L',
      notes: [],
    })
    expect(svg).toContain('>123</text>')
    expect(svg).toContain('>4567</text>')
  })

  it('without teams has no rows and is still a picture', async () => {
    const { png } = await draw(overviewOf(0, 0))
    expect(png.readUInt32BE(20)).toBeGreaterThan(100)
  })

  it('that cannot be drawn is logged, without names, and left out', async () => {
    const { log, lines } = keepingLog()
    const overview = overviewOf(1, 1)
    const secret = { ...overview, teams: overview.teams.map((team) => ({ ...team, key: 'X', name: 'Bí mật' })) }
    const texts = {
      ...vi,
      overview: {
        ...vi.overview,
        picture: {
          ...vi.overview.picture,
          title: () => {
            throw new Error('no title')
          },
        },
      },
    }
    expect(await drawQuarterMap({ texts, log }, secret)).toBeUndefined()
    expect(lines).toMatchObject([{ level: 'error', event: 'picture.failed' }])
    expect(JSON.stringify(lines)).not.toContain('Bí mật')
  })
})

describe('the drawing', () => {
  const nasty = fc.oneof(
    fc.string({ unit: anyCharacter, maxLength: 40 }),
    fc.constantFrom(
      '</text><script>',
      '"onload="x',
      "<image href='file:///etc/passwd'/>",
      ']]>',
      '&xxe;',
      '\u0000\ud800',
      '<!--',
      '\ufffe\u202e',
    ),
  )

  it('takes any names as words and nothing else: it has the same elements, and is drawn', async () => {
    const elements = (svg: string) => svg.match(/<\/?[a-z]+/g)
    const content = (label: string) => ({
      title: label,
      columns: [label, 'II'],
      rows: [{ label, counts: [1, 2] }],
      legend: label,
      notes: [label],
    })
    const plain = elements(quarterMapSvg(content('Đoàn')))
    await fc.assert(
      fc.asyncProperty(nasty, async (name) => {
        const svg = quarterMapSvg(content(name))
        expect(elements(svg)).toEqual(plain)
        expect(svg).not.toMatch(/&(?!(amp|lt|gt|quot|apos);)/)
        expect((await drawPng(svg, mapPalette, 1)).length).toBeGreaterThan(100)
      }),
      { numRuns: 40 },
    )
  })

  it('reads with ink on every shade: a contrast of seven to one', () => {
    const light = ([red, green, blue]: Colour) => {
      const [r = 0, g = 0, b = 0] = [red, green, blue].map((value) => {
        const share = value / 255
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * r + 0.7152 * g + 0.0722 * b
    }
    const ink = mapPalette[5] ?? [0, 0, 0]
    for (const shade of mapPalette.slice(0, 5)) expect((light(shade) + 0.05) / (light(ink) + 0.05)).toBeGreaterThan(7)
  })

  it('gives each count the shade whose legend names it', () => {
    fc.assert(
      fc.property(fc.nat({ max: 500 }), fc.nat({ max: 500 }), (a, b) => {
        const [count, most] = a < b ? [a, b] : [b, a]
        const range = rangesOf(most)[levelOf(count, most)] ?? ''
        const [from, to = from] = range.split('–').map(Number)
        expect(count).toBeGreaterThanOrEqual(from ?? Number.NaN)
        expect(count).toBeLessThanOrEqual(to ?? Number.NaN)
      }),
    )
  })
})

it('a picture by palette has each pixel as the nearest of its colours', () => {
  const palette = [
    [0, 0, 0],
    [255, 255, 255],
    [255, 0, 0],
  ] as const satisfies readonly Colour[]
  const pixels = fc.array(fc.constantFrom(...palette), { minLength: 15, maxLength: 15 })
  fc.assert(
    fc.property(pixels, (some) => {
      const rgba = Uint8Array.from(some.flatMap(([r, g, b]) => [Math.abs(r - 9), g, Math.abs(b - 9), 255]))
      const png = indexedPng(rgba, { width: 5, height: 3 }, palette)
      const data = png.indexOf('IDAT')
      const rows = inflateSync(png.subarray(data + 4, data + 4 + png.readUInt32BE(data - 4)))
      const read = some.map((_, at) => {
        const byte = rows[Math.floor(at / 5) * 4 + 1 + ((at % 5) >> 1)] ?? 0
        return palette[(at % 5) % 2 === 0 ? byte >> 4 : byte & 15]
      })
      expect(read).toEqual(some)
    }),
  )
  expect(() => indexedPng(new Uint8Array(4), { width: 1, height: 1 }, Array(17).fill([0, 0, 0]))).toThrow(RangeError)
})
