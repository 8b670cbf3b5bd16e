import { expect, test } from 'vitest'
import type { File, Reply } from '../../../src/contract/reply.ts'
import { png } from '../../support/png.ts'
import { fill, flat, press, wordsShown } from './acts.ts'
import type { Driver, Platform, ShownFile } from './driver.ts'
import { emptyForm, sly } from './samples.ts'

const picture: File = {
  name: 'Đoàn theo quý 2020.png',
  mediaType: 'image/png',
  base64: png(24, 16),
  alt: 'Số chuyến theo quý: quý I 4, quý II 9, quý III 8, quý IV 5',
}
const calendar: File = {
  name: 'Lịch đoàn 3.ics',
  mediaType: 'text/calendar',
  base64: Buffer.from('BEGIN:VCALENDAR\r\nSUMMARY:Bộ Y tế\r\nEND:VCALENDAR\r\n').toString('base64'),
  alt: 'Lịch đoàn 3, tháng 6/2020',
}
/** As large as the contract allows. */
const large: File = { ...picture, base64: png(440, 440, true) }

const words = 'Lịch đoàn 3: 2 chuyến'
const answer = (files: readonly File[], replaces?: true): Reply => ({
  kind: 'message',
  message: { text: words },
  files,
  ...(replaces === undefined ? {} : { replaces }),
})
const card = {
  text: 'một',
  blocks: [
    { kind: 'text', text: 'một' },
    { kind: 'buttons', buttons: [{ label: 'Mở', intent: { kind: 'help.show' } }] },
  ],
} as const

export function filesArrive({ gaps }: Platform, world: () => Driver): void {
  const files = async (): Promise<readonly ShownFile[]> => (await world().shown()).files
  const noCalendar = gaps.includes('calendar file')
  /** What of these files is to be seen on this platform. */
  const seen = (...all: readonly File[]) =>
    all
      .filter((file) => file.mediaType !== 'text/calendar' || !noCalendar)
      .map(({ base64, mediaType }) => ({ base64, picture: mediaType === 'image/png' }))
  const bare = async () => (await files()).map(({ base64, picture }) => ({ base64, picture }))

  test('a picture arrives byte for byte, to be seen with its description, beside the words', async () => {
    world().host.answers(answer([picture]))
    expect(await world().type('tổng quan')).toBe(200)
    expect(await files()).toMatchObject([{ picture: true, base64: picture.base64, alt: picture.alt, acting: [] }])
    expect(await wordsShown(world())).toEqual([words])
  })

  test.skipIf(noCalendar)('a calendar arrives byte for byte, under its name', async () => {
    world().host.answers(answer([calendar]))
    expect(await world().type('lịch đoàn 3')).toBe(200)
    expect(await files()).toMatchObject([
      { picture: false, base64: calendar.base64, name: calendar.name.normalize(), acting: [] },
    ])
    expect(await wordsShown(world())).toEqual([words])
  })

  test.each([
    ['below the card', undefined],
    ['in its place', true],
  ] as const)('a press answered %s brings its files', async (_, replaces) => {
    await world().send(card)
    world().host.answers(answer([calendar, picture], replaces))
    await press(world(), 'Mở')
    expect(await bare()).toEqual(seen(calendar, picture))
    expect(await wordsShown(world())).toEqual(replaces ? [words] : ['một', words])
  })

  test('a filled form brings the files of its answer', async () => {
    await world().send(card)
    world().host.answers(({ input }) =>
      input.kind === 'filled' ? answer([picture, calendar]) : { kind: 'form', form: emptyForm },
    )
    await press(world(), 'Mở')
    await fill(world(), {})
    expect(await bare()).toEqual(seen(picture, calendar))
    expect((await wordsShown(world())).filter((text) => text === words)).toHaveLength(1)
  })

  test('a redelivery brings no file a second time', async () => {
    world().host.answers(answer([picture, calendar]))
    await world().type('lịch đoàn 3')
    expect(await world().redeliver()).toBe(200)
    expect(await bare()).toEqual(seen(picture, calendar))
    await world().type('lịch đoàn 3')
    expect(await files()).toHaveLength(2 * seen(picture, calendar).length)
  })

  test.skipIf(gaps.includes('shared'))('where others read along the words are shown, and no file', async () => {
    world().host.answers(answer([picture, calendar]))
    await world().type('lịch đoàn 3', 'shared')
    const { cards, files: there } = await world().shown('shared')
    expect(cards.map((each) => flat(each.words))).toEqual([words])
    expect(there).toEqual([])
    expect(await files()).toEqual([])
  })

  test('sly names and descriptions are shown and do nothing', async () => {
    const name = `../${sly}\n"x".png`
    world().host.answers(answer([{ ...picture, name, alt: sly }]))
    await world().type('tổng quan')
    expect(await files()).toMatchObject([{ base64: picture.base64, alt: sly, acting: [] }])
    expect((await world().shown()).cards).toMatchObject([{ words, acting: [] }])
  })

  test('a file without a name or a description keeps nothing back', async () => {
    world().host.answers(
      answer([
        { ...picture, name: '', alt: '' },
        { ...calendar, name: ' ', alt: '' },
      ]),
    )
    expect(await world().type('lịch đoàn 3')).toBe(200)
    expect(await bare()).toEqual(seen(picture, calendar))
    expect(await wordsShown(world())).toEqual([words])
  })

  test('a picture as large as allowed never keeps the words from being shown', async () => {
    expect(large.base64.length).toBeGreaterThan((180 * 1024 * 4) / 3)
    world().host.answers(answer([large]))
    expect(await world().type('tổng quan')).toBe(200)
    expect(await wordsShown(world())).toEqual([words])
    // Whole, or not at all.
    for (const { base64 } of await files()) expect(base64).toBe(large.base64)
  })

  test.skipIf(gaps.includes('file'))('a file that the platform does not take leaves the answer as it is', async () => {
    await world().send(card)
    world().host.answers(answer([picture], true))
    world().fails('file')
    await press(world(), 'Mở')
    expect(await wordsShown(world())).toEqual([words])
    expect(await files()).toEqual([])
    expect(await world().redeliver()).toBe(200)
    expect(await wordsShown(world())).toEqual([words])
    await world().type('tổng quan')
    expect(await bare()).toEqual(seen(picture))
  })
}
