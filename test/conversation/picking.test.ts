import { describe, expect, it } from 'vitest'
import { personEntry, teamEntry, unitEntries } from '../../src/conversation/picking/directories.ts'
import { type Entry, optionsOf } from '../../src/conversation/picking/entry.ts'
import { namesInLines } from '../../src/conversation/picking/names-in-lines.ts'
import { offer } from '../../src/conversation/picking/read-pick.ts'
import { searchEntries } from '../../src/conversation/picking/search-entries.ts'
import { whoIsMeant } from '../../src/conversation/picking/who-is-meant.ts'
import { vi } from '../../src/texts/vi.ts'

const person = (key: string, name: string, organisation: string | null, title: string | null = null): Entry =>
  personEntry({ id: `id-${key}`, key, name, organisation, title })

const people = [
  person('tv-btc', 'Nguyễn Thị Hà', 'Bộ Tài chính', 'Thứ trưởng'),
  person('tv-btp', 'Bộ Tư pháp', 'Bộ Tư pháp'),
  person('tv-bkhdt', 'Trần Hà', 'Bộ Kế hoạch và Đầu tư', 'Vụ trưởng'),
  person('tv-bvhttdl', 'Lê Văn Đức', 'Bộ Văn hóa, Thể thao và Du lịch'),
  person('tv-pc', 'Phạm Thị Hoà', 'Vụ Pháp chế'),
  { ...person('tv-cu', 'Đỗ Quang Cũ', 'Bộ Nội vụ'), left: { day: '2020-05-31' } },
]
const found = (typed: string, entries: readonly Entry[] = people) =>
  searchEntries(entries, typed).map(({ entry }) => entry.value)

describe('a picker finds', () => {
  it.each([
    ['bo tu phap', ['tv-btp']],
    ['Bộ Tư pháp', ['tv-btp']],
    ['BTP', ['tv-btp']],
    ['ministry of justice', ['tv-btp']],
    ['TV-BTC', ['tv-btc']],
    ['btc', ['tv-btc']],
    ['nguyen thi', ['tv-btc']],
    ['hà', ['tv-btc', 'tv-bkhdt']],
    ['hoa', ['tv-bvhttdl', 'tv-pc', 'tv-bkhdt']],
    ['vu truong ha', ['tv-bkhdt']],
    ['duc du lich', ['tv-bvhttdl']],
    ['Lê Văn Đúcc', ['tv-bvhttdl']],
    ['id-tv-pc', ['tv-pc']],
    ['UBND', []],
    ['xyz', []],
    ['   ', people.map(({ value }) => value)],
    ['–', []],
  ])('“%s”', (typed, values) => {
    expect(found(typed)).toEqual(values)
  })

  it('whole names before what begins so, that before words within, and misspelt ones only where nothing fits', () => {
    const some = [
      person('c', 'Trần Văn Nam', null),
      person('b', 'Nam Sơn', null),
      person('a', 'Nam', null),
      person('d', 'Lê Nan', null),
    ]
    expect(found('nam', some)).toEqual(['a', 'b', 'c'])
    expect(found('tran vam', some)).toEqual([])
    expect(found('tran vann', some)).toEqual(['c'])
    expect(found('trann van', some)).toEqual(['c'])
  })

  it.each(['3', 'đoàn 3', 'doan so 3', 'ĐCT 3', 'Đoàn công tác số 3', 'team 3'])('a team by “%s”', (typed) => {
    const teams = [13, 3, 31].map((number) =>
      teamEntry({ id: `t${number}`, key: String(number), name: `Đoàn công tác số ${number}` }),
    )
    expect(whoIsMeant(teams, typed)).toMatchObject({ kind: 'one', entry: { value: '3' } })
  })

  it.each(['lao cai', 'UBND tỉnh Lào Cai', 'tỉnh Lào Cai', 'u1', 'LC'])('a unit by “%s”', (typed) => {
    const units = unitEntries([
      { id: 'u1', name: 'Lào Cai', shortNames: 'LC' },
      { id: 'u2', name: 'Lai Châu', shortNames: null },
    ])
    expect(whoIsMeant(units, typed)).toMatchObject({ kind: 'one', entry: { id: 'u1' } })
  })
})

describe('words that were typed and not picked', () => {
  it('mean whoever is called so, and are asked about where several are, or some come near', () => {
    expect(whoIsMeant(people, 'BTC')).toMatchObject({ kind: 'one', entry: { value: 'tv-btc' } })
    const two = [...people, person('tv-2', 'Trần Hà', 'Bộ Y tế')]
    expect(whoIsMeant(two, 'trần hà')).toMatchObject({ kind: 'several', entries: [{}, {}] })
    expect(whoIsMeant(people, 'Hà')).toMatchObject({ kind: 'near', entries: [{}, {}] })
    expect(whoIsMeant(people, 'Ai Đó')).toEqual({ kind: 'nobody' })
    expect(whoIsMeant(people, ' ')).toEqual({ kind: 'nobody' })
  })

  it('never mean somebody who left, and say so', () => {
    expect(whoIsMeant(people, 'Đỗ Quang Cũ')).toMatchObject({ kind: 'left', entry: { value: 'tv-cu' } })
    expect(offer({ texts: vi }, people, 'đỗ quang cũ', 10)).toEqual({
      options: [],
      more: 0,
      said: 'Đỗ Quang Cũ, Bộ Nội vụ đã thôi nhiệm vụ sau 31/05/2020 nên không chọn được.',
    })
  })

  it('stand in a list one a line, or with signs between them that may also be inside a name', () => {
    const isName = (word: string) => whoIsMeant(people, word).kind === 'one'
    expect(namesInLines('BTC, Bộ Văn hóa, Thể thao và Du lịch; BTP và Ai Đó\n\nBKHĐT', isName)).toEqual([
      ...['BTC', 'Bộ Văn hóa, Thể thao và Du lịch', 'BTP', 'Ai Đó', 'BKHĐT'],
    ])
    expect(namesInLines(' , ;\n', isName)).toEqual([])
  })
})

describe('what a picker shows', () => {
  it('says how many more there are, and why there are none', () => {
    const many = Array.from({ length: 137 }, (_, at) => person(`k${at}`, `Nguyễn Văn ${at}`, null))
    expect(offer({ texts: vi }, many, 'nguyen', 100)).toMatchObject({ more: 37, said: vi.picking.more(100, 37) })
    expect(offer({ texts: vi }, many, 'nguyen', 137).said).toBeUndefined()
    expect(offer({ texts: vi }, many, 'xyz', 100)).toEqual({ options: [], more: 0, said: vi.picking.none('xyz') })
    expect(offer({ texts: vi }, [], '', 100)).toEqual({ options: [], more: 0, said: vi.picking.empty })
    expect(offer({ texts: vi }, many, 'nguyenn van 3', 1)).toMatchObject({ options: [{ value: 'k3' }] })
  })

  it('tells two of one name apart by body, by title, and in the end by key', () => {
    const same = [
      person('a', 'Trần Hà', 'Bộ Y tế'),
      person('b', 'Trần Hà', 'Bộ Xây dựng', 'Vụ trưởng'),
      person('c', 'Trần Hà', 'Bộ Xây dựng', 'Thứ trưởng'),
      person('d', 'Trần Hà', 'Bộ Công an'),
      person('e', 'Trần Hà', 'Bộ Công an'),
    ]
    expect(optionsOf({ texts: vi }, same).map(({ label }) => label)).toEqual([
      'Trần Hà, Bộ Y tế',
      'Trần Hà, Bộ Xây dựng, Vụ trưởng',
      'Trần Hà, Bộ Xây dựng, Thứ trưởng',
      'Trần Hà, Bộ Công an (d)',
      'Trần Hà, Bộ Công an (e)',
    ])
  })
})
