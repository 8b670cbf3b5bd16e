import { VIETNAM } from '../src/calendar/vietnam.ts'
import type { ChatAdapter, Host } from '../src/contract/adapter.ts'
import type { Intent } from '../src/contract/intent.ts'
import type { Button } from '../src/contract/message.ts'
import type { Reply } from '../src/contract/reply.ts'
import { openDatabase } from '../src/database/open.ts'
import { deliverDue } from '../src/outbox/delivery/deliver.ts'
import { createPace } from '../src/outbox/delivery/pace.ts'
import { createCompose } from '../src/requests/compose-notification.ts'
import { createApp } from '../src/requests/receive.ts'
import type { Databases } from './databases.ts'
import { prepare } from './prepare.ts'
import { conversationOf, tenant, userOf } from './requests.ts'
import { failing, silent } from './servers/given.ts'

export type Opening = {
  readonly database: string
  readonly members: number
  /** Milliseconds until the coordinator had the answer, step by step. */
  readonly answersMs: Readonly<Record<string, number>>
  /** Of the ledger, with a platform that takes everything at once. */
  readonly notificationsPerSecond: number
  readonly sent: number
}

/**
 * A coordinator opens a round with so many members: the words typed, the form, the preview, [Mở], and the boards; then
 * the ledger drains. Nothing is sent before the coordinator has the answer.
 */
export async function openRound(databases: Databases, members: number): Promise<Opening> {
  const { db, close } = await openDatabase(await databases.fresh(), silent, 'created')
  try {
    const { item } = await prepare(db, { members, coordinator: true })
    const now = () => new Date()
    const zone = 'Asia/Ho_Chi_Minh'
    const options = {
      db,
      now,
      zone,
      publicUrl: 'http://127.0.0.1:3978',
      calendar: VIETNAM,
      mustHear: [],
      locale: 'vi',
      log: failing,
    } as const
    const app = createApp({ ...options, wake: () => undefined, patienceMs: 60_000 })
    const coordinator = coordinatorOf(app.receive)
    const due = new Date(now().getTime() + 14 * 86_400_000).toISOString().slice(0, 10)
    const typed = await coordinator.type(`lấy ý kiến ${item}`)
    if (typed.kind !== 'form') throw new Error(`no form: ${JSON.stringify(typed)}`)
    const values = Object.fromEntries(
      typed.form.fields.map((field) => [
        field.name,
        field.kind === 'choices' ? [...(field.value ?? [])] : (field.value ?? ''),
      ]),
    )
    const preview = await coordinator.fill(typed.form.intent, { ...values, day: due, time: '17:00' })
    const opened = await coordinator.press('open', intentOf(preview, 'round.open'))
    const board = intentOf(opened, 'board.show')
    await coordinator.press('board', board)
    if (board.kind === 'board.show') await coordinator.press('missing by name', { ...board, show: 'missing' })

    const chat = instant()
    const adapters = new Map([[chat.name, chat]])
    const started = performance.now()
    const { sent } = await deliverDue({
      ...options,
      adapters,
      compose: createCompose(options),
      worker: 'bench',
      pace: createPace(adapters),
    })
    const seconds = (performance.now() - started) / 1000
    if (sent !== members) throw new Error(`${sent} of ${members} notifications were sent`)
    return {
      database: databases.name,
      members,
      answersMs: coordinator.took,
      notificationsPerSecond: sent / seconds,
      sent,
    }
  } finally {
    await close()
  }
}

function coordinatorOf(receive: Host['receive']) {
  const took: Record<string, number> = {}
  let count = 0
  const timed = async (step: string, input: Parameters<typeof receive>[0]['input']): Promise<Reply> => {
    count += 1
    const from = { platform: 'slack', tenant, user: userOf(0), conversation: conversationOf(0) }
    const started = performance.now()
    const { reply } = await receive({ id: `bench-${count}`, from, audience: 'private', input })
    took[step] = performance.now() - started
    return reply
  }
  return {
    took,
    type: (text: string) => timed('typed', { kind: 'typed', text }),
    fill: (intent: Intent, values: Record<string, string | string[]>) =>
      timed('form', { kind: 'filled', intent, values }),
    press: (step: string, intent: Intent) => timed(step, { kind: 'pressed', intent }),
  }
}

function intentOf(reply: Reply, kind: Intent['kind']): Intent {
  if (reply.kind !== 'message') throw new Error(`a ${reply.kind}: ${JSON.stringify(reply)}`)
  const buttons = (reply.message.blocks ?? []).flatMap((block) => (block.kind === 'buttons' ? block.buttons : []))
  for (const button of buttons as readonly Button[])
    if ('intent' in button && button.intent.kind === kind) return button.intent
  throw new Error(`no button for ${kind}: ${reply.message.text}`)
}

/** A platform that takes every message at once. */
function instant(): ChatAdapter {
  let count = 0
  const sent = async () => {
    count += 1
    return { status: 'sent', ref: `m${count}` } as const
  }
  return {
    name: 'slack',
    routes: [],
    pace: { perSecond: 1_000_000, inFlight: 50 },
    start: async () => undefined,
    stop: async () => undefined,
    send: sent,
    update: sent,
    find: async () => undefined,
  }
}
