import { expect, it } from 'vitest'
import { guardsIn, guardsOf, withSwitches } from './find-guards.ts'

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

it('so is each turn that it takes', () => {
  expect(left('const turn = await takeTurn(db); return { writes: [...turn, a] }')).toEqual(['...turn,'])
  expect(left('[...checked.turns]; { id, ...turn }')).toEqual(['...checked.turns'])
  expect(left("[...(await takeTurn(db, 'a')), ...(await takeTurn(db, 'b'))]")).toHaveLength(2)
})

it('each is there until it is the one that a run leaves out', () => {
  const text = 'db.update({ where: { id: 1, revision: 2, ...due } }), [...all.turns]'
  const guards = guardsOf('f.ts', text).map((guard, number) => ({ ...guard, number }))
  const run = (left?: number) => {
    const switched = withSwitches(text, guards).replaceAll('globalThis.leavesOut?.', 'leavesOut')
    const evaluate = new Function('leavesOut', 'db', 'due', 'all', `return [${switched}]`)
    return evaluate(
      (number: number) => number === left,
      { update: (given: unknown) => given },
      { due: 3 },
      { turns: [4] },
    )
  }
  expect(run()).toEqual([{ where: { id: 1, revision: 2, due: 3 } }, [4]])
  expect(run(0)).toEqual([{ where: { id: 1, due: 3 } }, [4]])
  expect(run(1)).toEqual([{ where: { id: 1, revision: 2 } }, [4]])
  expect(run(2)).toEqual([{ where: { id: 1, revision: 2, due: 3 } }, []])
})

it('what stands alone, or is read and not written, is none', () => {
  expect(left('db.draft.delete({ where: { id: a } }); db.round.findMany({ where: { a, b } })')).toEqual([])
})

it('finds the guard of the change of a round, and leaves nothing else out', () => {
  const [guard] = guardsIn('src/opinions/rounds/change-round.ts')
  expect(guard?.what).toContain('revision: round.revision')
})
