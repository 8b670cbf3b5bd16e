import { expect, it } from 'vitest'
import { bodyCalled } from '../../src/people/bodies.ts'
import { type Member, peopleCalled } from '../../src/people/members.ts'
import { clashOfNamed, namedBlocks, theOne, whoIsNamed } from '../../src/people/named.ts'
import { vi } from '../../src/texts/vi.ts'

const person = (key: string, name: string, organisation: string | null = null): Member => ({
  id: key,
  key,
  name,
  organisation,
})
const ha = person('tv-ha', 'Nguyễn Thu Hà', 'Bộ Tài chính')
const binh = person('tv-binh', 'Lê Bình', 'Ngân hàng Nhà nước')
const otherHa = person('tv-ha-2', 'Trần Hà')
const all = [ha, binh, otherHa]

it('knows ministries and agencies by their short and English names, whole alone', () => {
  for (const name of ['BTC', 'btc', 'Bộ TC', 'Ministry of Finance', 'bo tai chinh'])
    expect(bodyCalled(name)).toBe('Bộ Tài chính')
  for (const name of ['', 'Bộ', 'BTC và BYT', 'Lê Bình', 'BTC xa']) expect(bodyCalled(name)).toBeUndefined()
})

it('means the person of an organisation by any of its names, and nobody else by them', () => {
  const called = peopleCalled(all)
  expect([called('BTC'), called('NHNN'), called('State Bank')].map((found) => found.map(({ key }) => key))).toEqual([
    ['tv-ha'],
    ['tv-binh'],
    ['tv-binh'],
  ])
  expect(called('BYT')).toEqual([])
})

it('means somebody by the last words of their name, where nobody else can be meant', () => {
  expect(theOne(whoIsNamed(all, ' Thu  Hà '))).toBe(ha)
  expect(theOne(whoIsNamed(all, 'bình'))).toBe(binh)
  expect(whoIsNamed(all, 'Hà')).toEqual({ kind: 'several', word: 'Hà', people: [ha, otherHa] })
  for (const word of ['Thu', 'à', '', 'anh']) expect(whoIsNamed(all, word)).toEqual({ kind: 'nobody', word })
})

it('says whom it took a word for, whom it may mean, and that it is not used', () => {
  const said = (word: string) => namedBlocks(vi, whoIsNamed(all, word))
  expect(said('BTC')).toEqual([{ kind: 'text', text: '“BTC”: Nguyễn Thu Hà, Bộ Tài chính' }])
  // Which of them is asked with the field.
  expect(said('Hà')).toEqual([])
  expect(clashOfNamed({ texts: vi }, whoIsNamed(all, 'Hà'))).toMatchObject({
    typed: 'Hà',
    options: [{ value: 'tv-ha' }, { value: 'tv-ha-2' }],
  })
  expect(said('Lực')).toMatchObject([{ text: expect.stringContaining('Chưa dùng: “Lực”'), tone: 'warning' }])
  const many = Array.from({ length: 26 }, (_, place) => person(`k${place}`, `Phạm Hà`))
  expect(namedBlocks(vi, whoIsNamed(many, 'Hà'))).toMatchObject([{ text: vi.picking.tooNear('Hà', 26) }])
  expect(clashOfNamed({ texts: vi }, whoIsNamed(many, 'Hà'))).toBeUndefined()
  expect(namedBlocks(vi, undefined)).toEqual([])
})
