import type { Db } from '../../database/db.ts'
import { lostOpinions } from '../../opinions/answering/lost-opinions.ts'
import { countOutbox } from '../../outbox/count.ts'
import { readAudit } from '../commands/audit.ts'
import { count, type Finding, ok, warn, wrong } from './finding.ts'

/** A running server sends within seconds; what is due for longer than this has nobody to send it. */
const patienceMs = 600_000
/** A running server sees to deadlines every ten seconds. */
const settledWithinMs = 60_000

/** What lies in the outbox: messages that nobody sends, and those that a person must look after. */
export async function readOutbox(db: Db, now: Date): Promise<readonly Finding[]> {
  const stuck = await db.outbox.count({
    where: { status: 'waiting', notBefore: { lt: new Date(now.getTime() - patienceMs) } },
  })
  const counts = await countOutbox(db)
  const messages = (status: string) => `${count(counts.get(status) ?? 0, 'message')} ${status}`
  const findings: Finding[] = []
  if (stuck > 0)
    findings.push(
      wrong('outbox', `${count(stuck, 'message')} due for more than 10 minutes`, 'start the server: npm start'),
    )
  const mends = [
    ['unsure', 'ask the person, then: outbox resolve ID --sent, or --again'],
    ['unreachable', 'link the person to an account that works: see people unlinked; what waits is sent then'],
    ['failed', 'see why with outbox --status failed, and tell these people in another way'],
  ] as const
  for (const [status, mend] of mends)
    if ((counts.get(status) ?? 0) > 0) findings.push(warn('outbox', messages(status), mend))
  if (findings.length > 0) return findings
  return [ok('outbox', `${messages('sent')}, ${counts.get('waiting') ?? 0} waiting`)]
}

/** Deadlines that passed and were not seen to: answers were refused in time, but nobody was told. */
export async function readDeadlines(db: Db, now: Date): Promise<Finding> {
  const passed = await db.round.findMany({
    where: {
      state: 'open',
      dueAt: { lt: new Date(now.getTime() - settledWithinMs) },
      dueHandled: { lt: db.round.fields.revision },
    },
    select: { item: { select: { key: true } } },
  })
  if (passed.length === 0) return ok('deadlines', 'every deadline that has passed was seen to')
  const items = passed.map((round) => round.item.key).join(', ')
  return wrong(
    'deadlines',
    `${count(passed.length, 'deadline')} passed and nobody was told: ${items}`,
    'the server is not running: start it (npm start)',
  )
}

/** Whether every receipt that was given stands for an opinion that is stored. */
export async function readReceipts(db: Db): Promise<Finding> {
  const lost = (await lostOpinions(db)).flatMap(({ receipts }) => receipts)
  if (lost.length === 0) return ok('receipts', 'every receipt that was given has its opinion')
  return wrong(
    'receipts',
    `${count(lost.length, 'opinion')} missing for which a receipt was given: ${lost.slice(0, 20).join(', ')}`,
    'keep this database as it is, look for them in the backups, and ask these people to send theirs again',
  )
}

/** Whether the log of deeds is as it was written. */
export async function readLog(db: Db): Promise<Finding> {
  const { ok: whole, rows, unsealed, brokenAt, why } = await readAudit(db)
  if (!whole)
    return wrong(
      'audit',
      `the log was tampered with at row ${brokenAt}: ${why}`,
      'keep this database as evidence, compare it with a backup, and find out who could write to it',
    )
  return ok('audit', `${count(rows, 'sealed row')} as written, ${unsealed} not sealed yet`)
}
