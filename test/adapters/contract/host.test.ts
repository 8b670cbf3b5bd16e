import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Inbound } from '../../../src/contract/inbound.ts'
import type { Answer, Reply } from '../../../src/contract/reply.ts'
import { createApp } from '../../../src/requests/receive.ts'
import { type Committee, coordinator, member, openCommittee, otherMember, patienceMs } from '../../support/committee.ts'
import { scriptedHost } from './host.ts'

/**
 * The contract suite is worth as much as its core is like the real one: a core that remembers more would hide an adapter
 * that shows an answer twice. So each delivery is played to both, and both must say alike what is repeated.
 */
let committee: Committee
let app: ReturnType<typeof createApp>
beforeAll(async () => {
  committee = await openCommittee()
  app = createApp({ ...committee.host, wake: () => undefined, patienceMs })
  // Hearing from somebody for the first time is a change, and stored with what they did.
  for (const who of [coordinator, member, otherMember]) await app.receive(delivery('warm', { kind: 'arrived' }, who))
})
afterAll(() => committee.drop())

const delivery = (id: string, input: Inbound['input'], user = member, more: Partial<Inbound> = {}): Inbound => ({
  id,
  from: { platform: 'web', tenant: 'local', user },
  audience: 'private',
  input,
  ...more,
})

const told = ({ repeated, provisional, reply }: Answer) => ({
  kind: reply.kind,
  repeated,
  provisional: provisional === true,
  files: reply.kind === 'message' && reply.files !== undefined,
})

/** What both say to these deliveries, one after another or all at once. */
async function both(deliveries: readonly Inbound[], script: Reply, stored = false, at: 'once' | 'turns' = 'turns') {
  const double = scriptedHost()
  double.answers(script, stored ? { stored } : {})
  const play = async (receive: (inbound: Inbound) => Promise<Answer>) => {
    if (at === 'once') return (await Promise.all(deliveries.map(receive))).map(told)
    const answers: Answer[] = []
    for (const each of deliveries) answers.push(await receive(each))
    return answers.map(told)
  }
  return { real: await play(app.receive), double: await play((inbound) => double.receive(inbound)) }
}

const words: Reply = { kind: 'message', message: { text: 'Trợ giúp' } }
const file = { name: 'a.png', mediaType: 'image/png', base64: '', alt: 'a' } as const
const help = { kind: 'pressed', intent: { kind: 'help.show' } } as const
const english = { kind: 'pressed', intent: { kind: 'language.set', locale: 'en' } } as const
const wrongForm = { kind: 'filled', intent: { kind: 'no-such-intent' }, values: {} } as const
const typed = (text: string) => ({ kind: 'typed', text }) as const
const twice = (one: Inbound) => [one, one, one]
const outsider = { outsider: 'other-tenant' } as const

describe('the core of the contract suite says as the real one does', () => {
  it.each([
    ['typed words', twice(delivery('t', typed('trợ giúp'))), words],
    ['a press that only reads', twice(delivery('p', help)), words],
    ['a press that changes something', twice(delivery('c', english)), words, true],
    ['a form that is refused', twice(delivery('f', wrongForm)), { kind: 'invalid', message: 'sai', fields: {} }],
    ['an arrival', twice(delivery('a', { kind: 'arrived' })), words],
    ['words of whom is none of ours', twice(delivery('o', typed('trợ giúp'), 'ai', outsider)), words],
    ['one id of two people', [delivery('i', typed('trợ giúp')), delivery('i', typed('trợ giúp'), otherMember)], words],
    [
      'typed words that are answered with a picture',
      twice(delivery('m', typed('tổng quan'), coordinator)),
      { ...words, files: [file] },
    ],
    [
      'a press that is answered with a picture',
      twice(delivery('n', { kind: 'pressed', intent: { kind: 'overview.show' } }, coordinator)),
      { ...words, files: [file] },
    ],
  ] as const satisfies readonly (readonly [string, readonly Inbound[], Reply, boolean?])[])(
    'to %s',
    async (_what, deliveries, script, stored?: boolean) => {
      const { real, double } = await both(deliveries, script, stored)
      expect(double).toEqual(real)
    },
  )

  it.each([
    ['typed words', typed('trợ giúp')],
    ['a press', help],
  ] as const)('to %s that come again while they are being answered', async (what, input) => {
    const { real, double } = await both(twice(delivery(`at once ${what}`, input)), words, false, 'once')
    expect(real.map(({ repeated }) => repeated)).toEqual([false, true, true])
    expect(double).toEqual(real)
  })
})
