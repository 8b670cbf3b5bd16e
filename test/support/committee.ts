import { platforms } from '../../adapters/index.ts'
import { VIETNAM } from '../../src/calendar/vietnam.ts'
import type { Field, Form } from '../../src/contract/form.ts'
import type { Inbound, Input } from '../../src/contract/inbound.ts'
import type { Intent } from '../../src/contract/intent.ts'
import type { Button, Message } from '../../src/contract/message.ts'
import { plain } from '../../src/contract/plain.ts'
import { mustHear } from '../../src/contract/platform.ts'
import type { Answer, Reply } from '../../src/contract/reply.ts'
import { commit } from '../../src/database/commit.ts'
import { runNudges } from '../../src/nudges/run-nudges.ts'
import { handOverSeats } from '../../src/opinions/rounds/hand-over-seats.ts'
import { settleRounds } from '../../src/opinions/rounds/settle-rounds.ts'
import { deliverDue } from '../../src/outbox/delivery/deliver.ts'
import { createPace } from '../../src/outbox/delivery/pace.ts'
import { createCompose } from '../../src/requests/compose-notification.ts'
import { openFile } from '../../src/requests/open-file.ts'
import { type AppOptions, createApp } from '../../src/requests/receive.ts'
import { vi } from '../../src/texts/vi.ts'
import { openTestDatabase } from './database.ts'
import { fakeAdapter } from './fake-adapter.ts'
import { keepingLog } from './quiet.ts'
import { begun, sample } from './sample.ts'
import { tell } from './stories.ts'
import { whatWasForgotten } from './what-was-forgotten.ts'

export const zone = 'Asia/Ho_Chi_Minh'
export const coordinator = 'sample-dp1'
export const member = 'sample-tv-byt'
export const otherMember = 'sample-tv-btc'
export const drafter = 'sample-st-bca'

/** No answer comes late because the machine is busy; what is late, `app.test.ts` says. */
export const patienceMs = 60_000

type Values = Extract<Input, { kind: 'filled' }>['values']

/** A whole committee on a fresh database with the sample committee, a clock to set, and a web chat that records. */
export async function openCommittee(more: { readonly onlyHere?: boolean } = {}) {
  const { log, lines } = keepingLog()
  const base = await openTestDatabase(sample)
  const { db } = base
  let now = begun
  let count = 0
  const options = {
    db,
    now: () => now,
    zone,
    publicUrl: 'http://127.0.0.1:3978',
    calendar: VIETNAM,
    locale: 'vi' as const,
    mustHear: mustHear(platforms),
    log,
    ...more,
  }
  const changed = new Set<Intent['kind']>()
  const handled: AppOptions['handled'] = (facts) => {
    if (facts.intent === 'none' || facts.outcome !== 'done') return
    tell(facts.intent)
    if (facts.changed) changed.add(facts.intent)
  }
  const app = createApp({ ...options, lost: base.lost, wake: () => undefined, patienceMs, handled })
  const chat = fakeAdapter('web')
  const adapters = new Map([[chat.name, chat]])
  const compose = createCompose(options)
  const host = { ...options, adapters, compose, worker: 'test', pace: createPace(adapters) }

  const inbound = (who: string, input: Input, more: Partial<Inbound> = {}): Inbound => {
    count += 1
    return {
      id: `d${count}`,
      from: { platform: 'web', tenant: 'local', user: who },
      audience: 'private',
      input,
      ...more,
    }
  }
  const act = async (who: string, input: Input, more?: Partial<Inbound>): Promise<Answer> => {
    const answer = await app.receive(inbound(who, input, more))
    if (answer.reply.kind === 'form') {
      const { opens, intent } = answer.reply.form
      if (opens.kind !== `${intent.kind}.form`) throw new Error(`${opens.kind} opens the form of ${intent.kind}`)
    }
    return answer
  }

  return {
    ...base,
    /**
     * Closes the committee. An error that was logged and not looked for is a failure; so is a change without its line in the
     * log, and a message in the ledger that nothing makes words of.
     */
    drop: async (expected = 0) => {
      const forgotten = base.lost() === undefined ? await whatWasForgotten(db, changed) : []
      await base.drop()
      if (forgotten.length > 0) throw new Error(forgotten.join('\n'))
      const errors = lines.filter((line) => line.level === 'error')
      if (errors.length !== expected)
        throw new Error(`logged: ${errors.map((line) => [line.event, line.facts]).join(' ')}`, {
          cause: errors[0]?.facts,
        })
    },
    app,
    lines,
    chat,
    host,
    inbound,
    act,
    now: () => now,
    /** Sets the clock: `2020-06-30T17:00` in the committee's zone (UTC+7 all year). */
    errors: () => lines.filter((line) => line.level === 'error'),
    setClock: (local: string) => {
      now = new Date(`${local}:00+07:00`)
    },
    type: async (who: string, text: string) => (await act(who, { kind: 'typed', text })).reply,
    press: async (who: string, intent: Intent) => (await act(who, { kind: 'pressed', intent })).reply,
    fill: async (who: string, form: Form, values: Values, more?: Partial<Inbound>) =>
      (await act(who, { kind: 'filled', intent: form.intent, values: { ...initial(form), ...values } }, more)).reply,
    /** Sends everything that waits, and says what was sent or rewritten since the last call. */
    deliver: async () => {
      const from = chat.calls.length
      await deliverDue(host)
      return chat.calls.slice(from)
    },
    settle: () => settleRounds({ db, now, zone }, commit),
    /** Takes every line out of the log, as a damaged file does: what was done is not held against it any more. */
    loseLog: async () => {
      await db.audit.deleteMany({})
      changed.clear()
    },
    /** Asks successors of members who have left, as each minute does. */
    handOver: () => handOverSeats({ db, now, zone }, commit),
    /** What is fetched by the link of a document that came with a reply: its bytes, as its owner may have it now. */
    fetch: async (reply: Reply) => {
      const document = reply.kind === 'message' ? reply.documents?.[0] : undefined
      if (document === undefined) throw new Error(`no document: ${textOf(reply)}`)
      return await openFile({ ...options, now, moreThanHalf: false }, document.token)
    },
    /** Plans what is to be urged by rule, as each minute does; gives how many messages. */
    nudge: () => runNudges({ db, now, zone, calendar: VIETNAM }),
  }
}

export type Committee = Awaited<ReturnType<typeof openCommittee>>

function beginning(field: Field): string | string[] {
  if (field.kind === 'choices') return [...(field.value ?? [])]
  if (field.kind !== 'pick') return field.value ?? ''
  const picked = (field.value ?? []).map(({ value }) => value)
  return field.several === true ? picked : (picked[0] ?? '')
}

/** The values a form begins with, as an adapter would send them back untouched. */
export function initial(form: Form): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {}
  for (const field of form.fields) values[field.name] = beginning(field)
  return values
}

export function messageOf(reply: Reply): Message {
  if (reply.kind !== 'message') throw new Error(`a ${reply.kind} instead of a message`)
  return reply.message
}

export function formOf(reply: Reply): Form {
  if (reply.kind !== 'form') {
    throw new Error(`a ${reply.kind} instead of a form: ${reply.kind === 'message' ? plain(reply.message) : ''}`)
  }
  return reply.form
}

export const textOf = (reply: Reply): string =>
  reply.kind === 'message' ? plain(reply.message) : JSON.stringify(reply)

/** All that can be pressed, in order: what stands in a row is called as it is heard alone, an option by its own words. */
export const buttonsOf = (message: Message): readonly Button[] =>
  (message.blocks ?? []).flatMap((block): readonly Button[] => {
    if (block.kind === 'buttons') return block.buttons
    if (block.kind === 'choice') return block.options
    const owns =
      block.kind === 'list' ? block.items.map((item) => (typeof item === 'string' ? undefined : item.own)) : []
    return [...owns, 'own' in block ? block.own : undefined].flatMap((own) =>
      (own?.buttons ?? []).map((button) => ({ ...button, label: `${button.label}: ${own?.row}` })),
    )
  })

/** The intent behind the button with this label. */
export function button(reply: Reply | Message, label: string): Intent {
  const message = 'kind' in reply ? messageOf(reply) : reply
  // What stands in the only row of its kind need not be asked for by the row.
  const all = buttonsOf(message)
  const found = all.find((one) => one.label === label) ?? all.find((one) => one.label.startsWith(`${label}: `))
  if (found === undefined || !('intent' in found)) {
    throw new Error(`no button ${label} among ${buttonsOf(message).map((one) => one.label)}\n${plain(message)}`)
  }
  return found.intent
}

/** Opens a round on an item as the coordinator would, through form and preview; gives back its id. */
export async function openRoundOn(committee: Committee, item: string, values: Values = {}): Promise<string> {
  const form = formOf(await committee.type(coordinator, `lấy ý kiến ${item}`))
  const preview = await committee.fill(coordinator, form, values)
  const opened = await committee.press(coordinator, button(preview, vi.buttons.open))
  const board = button(opened, vi.buttons.status)
  if (board.kind !== 'board.show') throw new Error('no board')
  return board.round
}

/** Answers a round as a member would: form, draft card, [Gửi]. */
export async function answerRound(committee: Committee, who: string, round: string, values: Values): Promise<Reply> {
  const form = formOf(await committee.press(who, { kind: 'opinion.save.form', round }))
  return await committee.press(who, button(await committee.fill(who, form, values), vi.buttons.send))
}
