import { type Account, accountsOf, addressOf } from '../accounts.ts'
import { isCard } from '../cards.ts'
import type { DeliveryHost, Row } from '../host.ts'
import { call } from './call.ts'
import { fileLane } from './pace.ts'
import type { Result } from './results.ts'
import { resting, type Sending, waiting } from './send.ts'
import { wordsOf } from './words.ts'

/** The message that a file goes with: where it stands. */
type Beside = { readonly account: Account; readonly ref: string }

/** What becomes of a file now: it can be brought beside its message, or it waits, or nobody needs it. */
type Planned = { readonly beside: Beside } | { readonly stand: Result['stand'] }

/** A message that is on its way has arrived in about this long. */
const soonMs = 2_000
/** One that cannot be sent now, or whose end is unknown, may yet be found to have arrived. */
const oftenMs = 10 * 60_000
/** So often a file is tried; its message has a button that brings it. */
const mostTries = 6
/** From one try to the next, where the platform does not ask for longer. */
const delaysMs = [30_000, 60_000, 5 * 60_000, 15 * 60_000, 3_600_000]

const drop = (why: string) => ({ stand: { status: 'dropped', why } }) as const
const wait = (afterMs: number, why: string) => ({ stand: { status: 'waiting', afterMs, why } }) as const

/**
 * Finds, for files, the message that each goes with: the first card about the same subject that was put for the same
 * person. Only beside one that has arrived is a file brought: before its message it would say nothing, and without it
 * nobody would know what it is about.
 */
export async function planFiles(host: DeliveryHost, files: readonly Row[]): Promise<ReadonlyMap<string, Planned>> {
  if (files.length === 0) return new Map()
  const people = [...new Set(files.map(({ personId }) => personId))]
  const cards = await host.db.outbox.findMany({
    where: {
      personId: { in: people },
      subject: { in: [...new Set(files.flatMap(({ subject }) => subject ?? []))] },
      kind: 'send',
    },
    orderBy: { createdAt: 'asc' },
    select: { personId: true, subject: true, letter: true, status: true, notBefore: true, ref: true, accountId: true },
  })
  const accounts = await accountsOf(host.db, people)
  return new Map(
    files.map((file): [string, Planned] => {
      const card = cards.find(
        ({ personId, subject, letter }) => personId === file.personId && subject === file.subject && isCard(letter),
      )
      if (card === undefined) return [file.id, drop('there is no message that it goes with')]
      return [file.id, besideCard(host, card, accounts.get(file.personId) ?? [])]
    }),
  )
}

type CardRow = {
  readonly status: string
  readonly notBefore: Date
  readonly ref: string | null
  readonly accountId: string | null
}

function besideCard(host: DeliveryHost, card: CardRow, accounts: readonly Account[]): Planned {
  switch (card.status) {
    case 'sent': {
      // A place that has since been linked to somebody else is theirs to read.
      const account = accounts.find(({ id }) => id === card.accountId)
      if (account === undefined || card.ref === null) return drop('nobody knows where its message stands')
      if (host.adapters.get(account.platform)?.files === undefined)
        return drop(`${account.platform} shows it with its message`)
      return { beside: { account, ref: card.ref } }
    }
    case 'waiting':
    case 'sending':
      return wait(Math.max(soonMs, card.notBefore.getTime() - host.now().getTime()), 'its message is on its way')
    case 'unsure':
    case 'unreachable':
      return wait(oftenMs, 'nobody knows whether its message arrives')
    default:
      return drop('its message was not sent')
  }
}

/**
 * Brings one file. It is tried again while it is certain that nobody saw it, a few times. What fails ends here, also what may
 * have arrived: nothing is lost by it, since the message has a button that brings the file, so nobody needs to decide.
 * Undefined when the row turned out to be another worker's.
 */
export async function bringFile(sending: Sending, row: Row, { account, ref }: Beside): Promise<Result | undefined> {
  const { host } = sending
  const { platform } = account
  const files = host.adapters.get(platform)?.files
  const lane = fileLane(platform)
  const ended = (why: string): Result => ({ id: row.id, tries: [], ...drop(why) })
  if (files === undefined) return ended(`${platform} brings no files`)
  await host.pace.quiet(platform, account.id)
  const turn = await host.pace.turn(lane)
  if (turn === undefined) return resting(host, row, lane)
  try {
    // Only now: whoever has answered meanwhile needs it no more, and its bytes are in memory for no longer than it takes.
    const words = await wordsOf(host, row, row.letter)
    if ('result' in words) return words.result
    if ('drop' in words) return ended(words.drop)
    if ('wait' in words) return waiting(row, Math.max(soonMs, words.wait.getTime() - host.now().getTime()), words.why)
    if (!('file' in words)) return ended('a message, and no file')
    if (!(await turn.go())) return resting(host, row, lane)
    if (!(await sending.begin(row.id))) return undefined
    host.pace.wrote(platform, account.id)
    const delivery = await call(host, row, lane, () => files.bring(addressOf(account), words.file, ref))
    host.counted?.(platform, `file-${delivery.status}`)
    const { id } = row
    if (delivery.status === 'sent') {
      host.log.info({ id, platform }, 'outbox.file-brought')
      const tries = [{ result: 'sent', why: null }]
      return { id, tries, stand: { status: 'sent', ref: delivery.ref, accountId: account.id } }
    }
    const why = delivery.status === 'never' ? `${delivery.why} (${delivery.detail})` : delivery.why
    const tries = [{ result: delivery.status, why }]
    const before = await host.db.attempt.count({ where: { outboxId: id, result: 'later' } })
    const delay = delaysMs[before]
    if (delivery.status === 'later' && before + 1 < mostTries && delay !== undefined)
      return { id, tries, stand: { status: 'waiting', afterMs: Math.max(delay, delivery.afterMs), why } }
    host.log.warn({ id, platform, why }, 'outbox.file-not-brought')
    return { id, tries, stand: { status: 'dropped', why } }
  } finally {
    turn.done()
  }
}
