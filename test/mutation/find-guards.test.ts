import { expect, it } from 'vitest'
import { guardsIn, guardsOf } from './find-guards.ts'

const left = (text: string) => guardsOf('f.ts', text).map(({ from, to }) => text.slice(from, to).trim())

it('every condition behind the one that finds the row is a guard, also over several lines and nested', () => {
  expect(left('db.round.update({ where: { id: a, revision: b }, data: { state: 1 } })')).toEqual(['revision: b'])
  expect(left('db.x.updateMany({\n  where: { id: { in: [a, b] }, status: { in: [c, d] }, ...due },\n})')).toEqual([
    'status: { in: [c, d] },',
    '...due',
  ])
})

it('so is each thing that a change rests on', () => {
  expect(left('return { writes, rests: [open, ...acting.rests] }')).toEqual(['open,', '...acting.rests'])
  expect(left('return { writes, rests: [] }')).toEqual([])
})

it('what stands alone, or is read and not written, is none', () => {
  expect(left('db.draft.delete({ where: { id: a } }); db.round.findMany({ where: { a, b } })')).toEqual([])
})

it('finds the guard of the change of a round, and leaves nothing else out', () => {
  const [guard] = guardsIn('src/opinions/rounds/change-round.ts')
  expect(guard?.what).toContain('revision: round.revision')
})
