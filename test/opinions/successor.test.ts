import { expect, it } from 'vitest'
import { type Leaver, type NewMember, successorsOf } from '../../src/opinions/rounds/successor.ts'

const leaver = (more: Partial<Leaver> = {}): Leaver => {
  return { id: 'left', organisation: 'Bộ Y tế', since: '2020-06-20', followed: false, ...more }
}
const member = (id: string, organisation: string, ...since: string[]): NewMember => ({ id, organisation, since })
const pairs = (leavers: readonly Leaver[], members: readonly NewMember[]) =>
  successorsOf(leavers, members).map(({ from, to }) => `${from.id} ${to.id}`)

it('the one of the same organisation who came as the other left is asked in their place', () => {
  const came = [member('new', 'BỘ Y TẾ', '2020-06-20'), member('other', 'Bộ Tài chính', '2020-06-20')]
  expect(pairs([leaver(), leaver({ id: 'gone', organisation: 'Bộ Tài chính', since: '2020-06-01' })], came)).toEqual([
    'left new',
    'gone other',
  ])
})

it.each<readonly [string, readonly Leaver[], readonly NewMember[]]>([
  ['somebody has been asked in their place', [leaver({ followed: true })], [member('new', 'Bộ Y tế', '2020-06-20')]],
  ['their role ended on no day', [leaver({ since: undefined })], [member('new', 'Bộ Y tế', '2020-06-20')]],
  ['they were of no organisation', [leaver({ organisation: null })], [member('new', '', '2020-06-20')]],
  ['the other was a member beside them', [leaver()], [member('new', 'Bộ Y tế', '2020-06-19')]],
  [
    'the other holds the role by two periods, one of before',
    [leaver()],
    [member('new', 'Bộ Y tế', '2020-06-20', '2020-06-01')],
  ],
  ['two came', [leaver()], [member('a', 'Bộ Y tế', '2020-06-20'), member('b', 'Bộ Y tế', '2020-06-21')]],
  ['two left', [leaver(), leaver({ id: 'too' })], [member('new', 'Bộ Y tế', '2020-06-20')]],
])('nobody is where %s', (_why, leavers, members) => {
  expect(pairs(leavers, members)).toEqual([])
})

it('of two who left, one of whom has been followed, the other is', () => {
  const left = [leaver({ id: 'first', followed: true }), leaver({ id: 'second' })]
  expect(pairs(left, [member('new', 'Bộ Y tế', '2020-06-20')])).toEqual(['second new'])
})
