import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { answersAreShown } from './answers.ts'
import { whatComesBeside } from './beside.ts'
import { doorIsKept } from './door.ts'
import type { Driver, Gap, Platform } from './driver.ts'
import { filesArrive } from './files.ts'
import { formsComeBack } from './forms.ts'
import { messagesAreShown } from './messages.ts'
import { peopleArePicked } from './pickers.ts'
import { wordsAreKept } from './refused-forms.ts'
import { replacedCardsAreCalledAnew } from './replaced.ts'
import { rowsHaveTheirButtons } from './rows.ts'
import { sendingIsTold } from './sending.ts'
import { bytesComeAlong } from './sent-files.ts'
import { wordsReachTheCore } from './words.ts'

const webGaps = [
  ...(['shared', 'arrived', 'left', 'edited', 'preview'] as const),
  ...([
    'rate limit',
    'server error',
    'lost answer',
    'refused connection',
    'nobody',
    'blocked',
    'gone',
    'file',
    'sent file',
  ] as const),
]

/** What each platform truly has no case of. A new one here is a promise less: think twice. */
const knownGaps: Readonly<Record<string, readonly Gap[]>> = {
  slack: ['arrived', 'left'],
  // Its bots send files by a consent and OneDrive alone; a picture goes within the card.
  // The previews of links are drawn by its clients, and told to nobody.
  // Its cards have no input for files.
  teams: ['calendar file', 'file', 'preview', 'file in a form'],
  web: webGaps,
  // A page that heard an answer does not ask again.
  // And does not send what would not be taken.
  'the web page': [...webGaps, 'second answer', 'too large'],
}

/** Everything that the core relies on in an adapter, whichever platform it serves. */
export function describeContract(platform: Platform): void {
  describe(`the contract on ${platform.name}`, () => {
    let driver: Driver | undefined
    beforeEach(async () => {
      driver = await platform.open()
    })
    afterEach(async () => {
      await driver?.stop()
      // Nothing in this suite is a bug, whatever people and platforms do.
      expect(driver?.host.errors).toEqual([])
    })
    afterAll(() => platform.close?.())
    const world = (): Driver => {
      if (driver === undefined) throw new Error('not open')
      return driver
    }

    test('what the platform has no case of is known', () => {
      expect([...platform.gaps].sort()).toEqual([...(knownGaps[platform.name] ?? [])].sort())
    })
    describe('words', () => wordsReachTheCore(platform, world))
    describe('what comes beside words', () => whatComesBeside(platform, world))
    describe('files that are sent', () => bytesComeAlong(platform, world))
    describe('messages', () => messagesAreShown(world))
    describe('rows with buttons', () => rowsHaveTheirButtons(world))
    describe('answers', () => answersAreShown(platform, world))
    describe('replaced cards', () => replacedCardsAreCalledAnew(world))
    describe('files', () => filesArrive(platform, world))
    describe('forms', () => formsComeBack(world))
    describe('pickers', () => peopleArePicked(world))
    describe('forms that are not taken at once', () => wordsAreKept(world))
    describe('sending', () => sendingIsTold(platform, world))
    describe('the door', () => doorIsKept(world))
  })
}
