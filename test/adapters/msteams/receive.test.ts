import { describe, expect, it } from 'vitest'
import { Activity } from '../../../adapters/msteams/incoming/activity.ts'
import { receive } from '../../../adapters/msteams/incoming/receive.ts'
import { parseReference } from '../../../adapters/msteams/reference.ts'
import { Inbound } from '../../../src/contract/inbound.ts'
import {
  activity,
  CHAT,
  executed,
  fileInChat,
  htmlCopy,
  inChannel,
  PERSON,
  submitted,
  TENANT,
  typed,
} from '../../support/teams-activities.ts'

const AT = 'http://127.0.0.1:9/teams/'
const us = { type: 'mention', text: '<at>Đôn đốc</at>', mentioned: { id: '28:bot', name: 'Đôn đốc' } }

function received(raw: object) {
  const result = receive(Activity.parse(raw))
  if (typeof result === 'string') throw new Error(result)
  expect(Inbound.parse(result.inbound)).toEqual(result.inbound)
  return result
}

describe('what Teams delivers, in our words', () => {
  it('takes a typed message from a personal chat, with who, where and in which language', () => {
    const { inbound } = received(typed(AT, 'kế hoạch quý II', { id: 'm1' }))
    expect(inbound).toMatchObject({
      id: `${CHAT}|m1`,
      audience: 'private',
      name: 'Thành viên mẫu',
      locale: 'vi-VN',
      from: { platform: 'teams', tenant: TENANT, user: PERSON },
      input: { kind: 'typed', text: 'kế hoạch quý II' },
    })
    expect(parseReference(inbound.from.conversation)).toMatchObject({ serviceUrl: AT, conversation: { id: CHAT } })
  })

  it('keeps no group as the place for a person’s own messages', () => {
    const { inbound } = received(typed(AT, 'x', inChannel))
    expect(inbound.audience).toBe('shared')
    expect(inbound.from).not.toHaveProperty('conversation')
  })

  it('strips the mention of itself, and no other', () => {
    const other = { type: 'mention', text: '<at>BTC</at>', mentioned: { id: '29:btc' } }
    const text = '<at>Đôn đốc</at>&nbsp;góp ý <at>BTC</at> $& <at>ai đó</at>'
    const { inbound } = received(
      typed(AT, text, { ...inChannel, entities: [us, other, 'odd', { type: 'clientInfo' }] }),
    )
    expect(inbound.input).toEqual({ kind: 'typed', text: 'góp ý <at>BTC</at> $& <at>ai đó</at>' })
  })

  it('takes a pressed button, the intent unread', () => {
    const result = received(executed(AT, { intent: { kind: 'whatever', n: 1 } }))
    expect(result).toMatchObject({ answer: 'invoke', card: 'card-1' })
    expect(result.inbound.input).toEqual({ kind: 'pressed', intent: { kind: 'whatever', n: 1 } })
  })

  it('takes a filled form: values by field name, choices apart, and what was left empty as empty', () => {
    const data = {
      intent: { kind: 'opinion.save' },
      opens: { kind: 'opinion.save.form' },
      fields: { position: 'choice', body: 'text', asked: 'choices', none: 'text', absent: 'text', nobody: 'choices' },
      in_position: 'agree',
      in_body: 'một, hai',
      in_asked: 'a%2Cb,c%252C',
      in_none: '',
      in_stranger: 'x',
    }
    const result = received(executed(AT, data))
    expect(result.opens).toEqual({ kind: 'opinion.save.form' })
    expect(result.inbound.input).toEqual({
      kind: 'filled',
      intent: { kind: 'opinion.save' },
      values: { position: 'agree', body: 'một, hai', asked: ['a,b', 'c%2C'], none: '', absent: '', nobody: [] },
    })
  })

  it('takes the same data from a client that knows Action.Submit alone', () => {
    const result = received(submitted(AT, { intent: { kind: 'help.show' } }))
    expect(result).toMatchObject({ answer: 'post', card: 'card-1' })
    expect(result.inbound.input).toEqual({ kind: 'pressed', intent: { kind: 'help.show' } })
  })

  it.each([[null], ['text'], [[1]], [{ intent: 5, fields: 'x' }], [{ fields: { a: 'unknown' }, in_a: 'x' }]])(
    'takes odd card data %j without a fault, for the core to refuse',
    (data) => {
      expect(received(executed(AT, data)).inbound.input.kind).toBe('pressed')
    },
  )

  it.each([
    ['the bot was added', { type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }] }, 'arrived'],
    ['the app was installed', { type: 'installationUpdate', action: 'add' }, 'arrived'],
    ['the bot was removed', { type: 'conversationUpdate', membersRemoved: [{ id: '28:bot' }] }, 'left'],
    ['the app was uninstalled', { type: 'installationUpdate', action: 'remove' }, 'left'],
  ])('when %s, says so', (_, over, kind) => {
    expect(received(activity(AT, over)).inbound.input).toEqual({ kind })
  })

  it('tells only of the one who installed it when it comes to a team', () => {
    const over = {
      type: 'conversationUpdate',
      membersAdded: [{ id: '28:bot' }, { id: '29:x' }, { id: '29:y' }],
      ...inChannel,
    }
    expect(received(activity(AT, over)).inbound).toMatchObject({ audience: 'shared', from: { user: PERSON } })
  })

  it.each([
    ['another member comes', { type: 'conversationUpdate', membersAdded: [{ id: '29:x' }] }],
    ['the app is upgraded', { type: 'installationUpdate', action: 'remove-upgrade' }],
    ['somebody reacts', { type: 'messageReaction' }],
    ['somebody types', { type: 'typing' }],
  ])('says nothing when %s', (_, over) => {
    expect(receive(Activity.parse(activity(AT, over)))).toBe('ignored')
  })

  it('offers nothing for other invokes', () => {
    expect(receive(Activity.parse(executed(AT, {}, { name: 'task/fetch' })))).toBe('unknown')
  })

  it('gives one delivery one id, and two without an id of their own two', () => {
    const once = typed(AT, 'x', { id: 'y'.repeat(600) })
    expect(received(once).inbound.id).toBe(received(once).inbound.id)
    expect(received(once).inbound.id.length).toBeLessThanOrEqual(400)
    const a = received(typed(AT, 'a', { id: undefined })).inbound.id
    expect(a).not.toBe(received(typed(AT, 'b', { id: undefined })).inbound.id)
  })
})

describe('what comes beside the words', () => {
  const files = (attachments: object[]) => {
    const received = receive(Activity.parse(typed('https://smba.example/', 'xem', { attachments })))
    return typeof received === 'string' ? received : received.files?.map(({ told }) => told)
  }

  it('is a file by its name, a pasted picture without one, and never the copy of the words', () => {
    expect(files([htmlCopy('xem'), fileInChat('góp ý.docx')])).toEqual([{ name: 'góp ý.docx' }])
    const picture = { contentType: 'image/*', contentUrl: 'https://smba.example/v3/attachments/x/views/original' }
    const copy = htmlCopy('xem', '<img src="https://x" itemtype="http://schema.skype.com/AMSImage">')
    expect(files([picture, copy])).toEqual([{ mediaType: 'image/*' }])
    expect(files([copy])).toEqual([{ mediaType: 'image/*' }])
  })

  it('is no file where a message is quoted, a card passed on, a link drawn, or a face sent', () => {
    const face = '<img itemtype="http://schema.skype.com/Emoji" src="https://x">'
    const quoted = '<attachment id="1616990032035"></attachment>'
    expect(
      files([
        htmlCopy('xem', face + quoted),
        { contentType: 'messageReference', content: '{}' },
        { contentType: 'application/vnd.microsoft.card.adaptive', content: {} },
        { contentType: 'application/vnd.microsoft.card.codesnippet', content: '{}' },
      ]),
    ).toBeUndefined()
  })

  it('ignores a message taken back into being', () => {
    const undone = { type: 'messageUpdate', channelData: { eventType: 'undeleteMessage', tenant: { id: TENANT } } }
    expect(receive(Activity.parse(typed('https://smba.example/', 'xem', undone)))).toBe('ignored')
  })
})
