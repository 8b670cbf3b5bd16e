import { expect, test } from 'vitest'
import type { Form } from '../../../src/contract/form.ts'
import { mostFileBytes } from '../../../src/contract/inbound.ts'
import { fieldOf, filledIn, flat, last, openForm, wordsShown } from './acts.ts'
import type { Driver, Platform, ShownForm } from './driver.ts'
import { said } from './samples.ts'

/** Every value of a byte: whatever is done to them as text shows. */
const bytes = Uint8Array.from({ length: 3 * 256 }, (_, at) => at % 256)
const signed = { name: 'Công văn 12 (bản ký).pdf', mediaType: 'application/pdf', bytes }
const annex = { name: 'Phụ lục.docx', mediaType: 'application/msword', bytes: bytes.slice(0, 300) }

/** The bytes of files that people send, or why there are none. */
export function bytesComeAlong({ gaps }: Platform, world: () => Driver): void {
  const came = () => last(world()).files ?? []
  const bytesOf = () => came().map((file) => file.bytes && [...file.bytes])

  test('files come byte for byte, each under its name', async () => {
    expect(await world().type('', 'private', [signed, annex])).toBe(200)
    expect(came().map(({ name, missing, field }) => ({ name, missing, field }))).toEqual([
      { name: signed.name, missing: undefined, field: undefined },
      { name: annex.name, missing: undefined, field: undefined },
    ])
    expect(bytesOf()).toEqual([[...bytes], [...annex.bytes]])
  })

  test('an empty file is a file', async () => {
    await world().type('', 'private', [{ ...signed, bytes: new Uint8Array(0) }])
    expect(bytesOf()).toEqual([[]])
  })

  test.skipIf(gaps.includes('shared'))('where others read along nothing is fetched, and that is said', async () => {
    await world().type('xem', 'shared', [signed])
    expect(came()).toMatchObject([{ missing: 'not-given' }])
    expect(bytesOf()).toEqual([undefined])
  })

  test.skipIf(gaps.includes('too large'))('a file that is too large comes without its bytes and says so', async () => {
    await world().type('', 'private', [{ ...signed, bytes: new Uint8Array(mostFileBytes + 1) }, annex])
    expect(came().map(({ name, missing }) => ({ name, missing }))).toEqual([
      { name: signed.name, missing: 'too-large' },
      { name: annex.name, missing: undefined },
    ])
    expect(bytesOf()).toEqual([undefined, [...annex.bytes]])
  })

  test.skipIf(gaps.includes('sent file'))(
    'a file that the platform does not give says so, and the rest comes',
    async () => {
      world().fails('sent file')
      expect(await world().type('', 'private', [signed])).toBe(200)
      expect(came()).toMatchObject([{ name: signed.name, missing: 'not-fetched' }])
      await world().type('', 'private', [signed])
      expect(bytesOf()).toEqual([[...bytes]])
    },
  )

  const form: Form = {
    ...{ title: 'Văn bản kèm theo', submit: 'Lưu' },
    ...{ intent: { kind: 'help.show' }, opens: { kind: 'help.show' } },
    fields: [
      { kind: 'text', name: 'body', label: 'Nội dung' },
      {
        kind: 'file',
        name: 'letter',
        label: 'Công văn',
        hint: 'PDF',
        instead: 'Xin gửi tệp ngay trong cuộc trao đổi này.',
      },
    ],
  }
  const noFile = gaps.includes('file in a form')
  async function opened(): Promise<ShownForm> {
    world().host.answers(({ input }) => (input.kind === 'filled' ? said('Đã lưu') : { kind: 'form', form }))
    await world().type('góp ý')
    return openForm(world())
  }

  test.skipIf(noFile)('a file that is put into a form comes under its name, and not among the values', async () => {
    const shown = await opened()
    expect(shown.fields.map(({ kind, label }) => [kind, label])).toEqual([
      ['text', 'Nội dung'],
      ['file', 'Công văn'],
    ])
    expect(flat(shown.words)).toContain('PDF')
    expect(await shown.fill({ 'Nội dung': 'Đồng ý' }, { 'Công văn': signed })).toBe(200)
    expect(filledIn(world())).toMatchObject([{ values: { body: 'Đồng ý' } }])
    expect(Object.keys(filledIn(world())[0]?.values ?? {})).toEqual(['body'])
    expect(came()).toMatchObject([{ name: signed.name, field: 'letter' }])
    expect(bytesOf()).toEqual([[...bytes]])
    expect(await wordsShown(world())).toContain('Đã lưu')
  })

  test.skipIf(noFile)('a form that is left without its file brings none', async () => {
    await (await opened()).fill({ 'Nội dung': 'Đồng ý' })
    expect(Object.keys(filledIn(world())[0]?.values ?? {})).toEqual(['body'])
    expect(came()).toEqual([])
  })

  test.skipIf(noFile)('a form that is refused for its file stays, and says so at the file', async () => {
    const shown = await opened()
    world().host.answers({ kind: 'invalid', message: 'Chưa lưu', fields: { letter: 'Tệp có mật khẩu' } })
    await shown.fill({ 'Nội dung': 'Đồng ý' }, { 'Công văn': signed })
    const { form: again } = await world().shown()
    expect(flat(fieldOf(again, 'Công văn').error)).toContain('Tệp có mật khẩu')
    expect(fieldOf(again, 'Nội dung').value).toBe('Đồng ý')
    world().host.answers(said('Đã lưu'))
    expect(await again?.fill({ 'Nội dung': 'Đồng ý' }, { 'Công văn': annex })).toBe(200)
    expect(bytesOf()).toEqual([[...annex.bytes]])
  })

  test.runIf(noFile)('a form leaves out what cannot be asked, and says how else to send it', async () => {
    const shown = await opened()
    expect(shown.fields.map(({ label }) => label)).toEqual(['Nội dung'])
    expect(flat(shown.words)).toContain('Công văn Xin gửi tệp ngay trong cuộc trao đổi này.')
    await shown.fill({ 'Nội dung': 'Đồng ý' })
    expect(filledIn(world())).toMatchObject([{ values: { body: 'Đồng ý' } }])
    expect(Object.keys(filledIn(world())[0]?.values ?? {})).toEqual(['body'])
  })

  test('delivered again, files are answered once', async () => {
    world().host.answers(said('Đã nhận tệp'))
    await world().type('', 'private', [signed])
    expect(await world().redeliver()).toBe(200)
    expect(await wordsShown(world())).toEqual(['Đã nhận tệp'])
  })
}
