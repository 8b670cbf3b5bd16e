import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { hostname } from 'node:os'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freePredecessors, workerName } from '../../src/outbox/delivery/predecessors.ts'
import { type Committee, member, openCommittee } from '../support/committee.ts'

let committee: Committee
beforeAll(async () => {
  committee = await openCommittee()
})
afterAll(() => committee.drop())

/** A process that has ended, so that its number is nobody's. */
async function ended(): Promise<number> {
  const child = spawn(process.execPath, ['-e', ''])
  await once(child, 'exit')
  return child.pid ?? 0
}

it('what an ended run on this machine had in hand is free at once; what others hold, or had begun, is not', async () => {
  const { db } = committee
  const { id: personId } = await db.person.findUniqueOrThrow({ where: { key: member } })
  const now = committee.now()
  const holdEnds = new Date(now.getTime() + 5000)
  const gone = await ended()
  const row = async (leasedBy: string, status = 'waiting') => {
    const id = randomUUID()
    const letter = JSON.stringify({ kind: 'digest', day: '2020-06-22' })
    const times = { createdAt: now, notBefore: holdEnds, leaseEnds: holdEnds }
    await db.outbox.create({ data: { id, key: id, personId, kind: 'send', letter, status, leasedBy, ...times } })
    return id
  }
  const own = workerName()
  const ofDead = await row(`${hostname()}-${gone}-0123abcd`)
  const ofEarlier = await row(`${hostname()}-${process.pid}-0123abcd`)
  const kept = [
    await row(own),
    await row(`${hostname()}-${process.ppid}-0123abcd`),
    await row(`elsewhere-${gone}-0123abcd`),
    await row('a name of another kind'),
    await row(`${hostname()}-${gone}-0123abcd`, 'sending'),
  ]
  expect(await freePredecessors({ ...committee.host, worker: own })).toBe(2)
  const due = await db.outbox.findMany({ where: { notBefore: { lte: now }, leasedBy: null }, select: { id: true } })
  expect(due.map(({ id }) => id).sort()).toEqual([ofDead, ofEarlier].sort())
  const held = await db.outbox.findMany({ where: { id: { in: kept }, leasedBy: { not: null } }, select: { id: true } })
  expect(held).toHaveLength(kept.length)
})
