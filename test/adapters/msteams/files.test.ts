import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { withLinks } from '../../../adapters/msteams/drawing/links.ts'
import { renderMessage } from '../../../adapters/msteams/drawing/render.ts'
import type { File, LinkedFile, Reply } from '../../../src/contract/reply.ts'
import { anyCharacter } from '../../support/any-text.ts'
import { png } from '../../support/png.ts'
import { executed, inChannel } from '../../support/teams-activities.ts'
import { fakeHost, startTeamsApp, type TeamsApp } from '../../support/teams-app.ts'
import { message } from '../../support/teams-arbitrary.ts'
import {
  everyElement,
  sentCard,
  startTeamsConnector,
  type TeamsConnector,
  wordsOf,
} from '../../support/teams-connector.ts'
import { cardFaults } from '../../support/teams-schema.ts'

const bytes = (value: object) => JSON.stringify(value).length * 2
const imagesOf = (card: unknown) => everyElement(card).filter((each) => each.type === 'Image')
const picture: File = { name: 'so-do.png', mediaType: 'image/png', base64: png(40, 30), alt: 'Quý II: 9 chuyến' }
const calendar: File = { name: 'lich.ics', mediaType: 'text/calendar', base64: btoa('BEGIN:VCALENDAR'), alt: 'Lịch' }
const sized = (side: number): File => ({ ...picture, base64: png(side, side, true) })

test('a card with pictures is valid, within its bounds, and loses no word to them', () => {
  const file = fc.record({
    name: fc.string({ unit: anyCharacter, maxLength: 40 }),
    mediaType: fc.constantFrom('image/png' as const, 'text/calendar' as const),
    base64: fc.nat({ max: 150 }).map((side) => png(side + 1, side + 1, true)),
    alt: fc.oneof(fc.string({ unit: anyCharacter, maxLength: 2_000 }), fc.constant('{{DATE(x)}} <at>Mọi người</at>')),
  })
  fc.assert(
    fc.property(message, fc.array(file, { maxLength: 3 }), (any, files) => {
      const card = renderMessage(any, files)
      expect(cardFaults(card)).toEqual([])
      expect(bytes(card)).toBeLessThanOrEqual(80 * 1024)
      const { body } = renderMessage(any)
      expect(card.body.slice(0, body.length)).toEqual(body)
      for (const { altText } of imagesOf(card)) expect(altText).not.toMatch(/<\/?at\b|\{\{/i)
    }),
    { numRuns: 60 },
  )
})

test('a file that no card carries says how else to get it, a picture never', () => {
  const instead = 'Xin yêu cầu trên trang web.'
  const card = renderMessage({ text: 'Lịch' }, [
    { ...calendar, instead },
    { ...picture, instead },
  ])
  expect(wordsOf(card)).toBe(`Lịch\n${instead}`)
  expect(imagesOf(card)).toHaveLength(1)
})

test('a picture stands at the end of the card, as wide as the card, with its description', () => {
  const card = renderMessage({ text: 'Tổng quan' }, [calendar, picture])
  expect(imagesOf(card)).toEqual([
    { type: 'Image', url: `data:image/png;base64,${picture.base64}`, altText: 'Quý II: 9 chuyến', size: 'Stretch' },
  ])
  expect(card.body.at(-1)).toMatchObject({ type: 'Image' })
})

test('a picture that the card has no space for is left out, and a smaller one after it is not', () => {
  const card = renderMessage({ text: 'Tổng quan' }, [sized(300), sized(50)])
  expect(imagesOf(card).map(({ url }) => url)).toEqual([`data:image/png;base64,${sized(50).base64}`])
})

let connector: TeamsConnector
let app: TeamsApp
beforeEach(async () => {
  connector = await startTeamsConnector()
})
afterEach(async () => {
  await app?.close()
  await connector.close()
})

const answer: Reply = { kind: 'message', message: { text: 'Tổng quan' }, files: [picture], replaces: true }

test('a press shows the picture at once, and keeps it in the message', async () => {
  app = await startTeamsApp(
    { auth: 'none' },
    fakeHost(() => answer),
  )
  const { body } = await app.post(executed(connector.url, { intent: { kind: 'overview.show' } }, { replyToId: 'a-1' }))
  expect(imagesOf(body)).toHaveLength(1)
  expect(imagesOf(sentCard(connector.requests[0]).card)).toHaveLength(1)
})

test('a press in a channel shows the words alone', async () => {
  app = await startTeamsApp(
    { auth: 'none' },
    fakeHost(() => answer),
  )
  const pressed = executed(connector.url, { intent: { kind: 'overview.show' } }, { ...inChannel, replyToId: 'a-1' })
  const { body } = await app.post(pressed)
  expect(body).toMatchObject({ value: { type: 'AdaptiveCard' } })
  expect(imagesOf(body)).toEqual([])
  expect(imagesOf(sentCard(connector.requests[0]).card)).toEqual([])
})

test('a document is a link on the card, and where no link would open the card says how else to get it', () => {
  const document: LinkedFile = {
    ...{ name: 'a.docx', mediaType: 'text/csv', token: 't', path: '/files/t/a.docx', alt: 'Tải bảng tổng hợp' },
    expires: 'Liên kết dùng được đến 10:00.',
    instead: 'Xin lấy trên trang web.',
  }
  const open = (card: unknown) => everyElement(card).filter(({ type }) => type === 'Action.OpenUrl')
  const linked = renderMessage(withLinks({ text: 'Bảng' }, [{ ...document, url: 'https://a.example/files/t/a.docx' }]))
  expect(open(linked)).toMatchObject([{ title: 'Tải bảng tổng hợp', url: 'https://a.example/files/t/a.docx' }])
  expect(wordsOf(linked)).toContain('Bảng')
  expect(wordsOf(linked)).toContain(document.expires)
  const nowhere = renderMessage(withLinks({ text: 'Bảng' }, [document]))
  expect(open(nowhere)).toEqual([])
  expect(wordsOf(nowhere)).toContain('Xin lấy trên trang web.')
  expect(wordsOf(nowhere)).not.toContain(document.expires)
})
