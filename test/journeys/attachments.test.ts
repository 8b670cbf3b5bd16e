import { describe, expect, it } from 'vitest'
import type { SentFile } from '../../src/contract/inbound.ts'
import { vi } from '../../src/texts/vi.ts'
import { makePdf } from '../documents/make-pdf.ts'
import { button, coordinator, drafter, formOf, member, openRoundOn, otherMember, textOf } from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'

const committee = committeeEachTest()
const t = vi.documents

/** A picture of a page, as far as its first bytes say. */
const picture = (words: string) => Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.from(words)])
const scan = (name: string, words = name): SentFile => ({ name, bytes: picture(words) })
const send = async (who: string, files: SentFile[], words = '') =>
  (await committee.act(who, { kind: 'typed', text: words }, { files })).reply
const attach = async (who: string, file: SentFile, values = {}) => {
  const asked = await send(who, [file])
  const form = formOf(await committee.press(who, button(asked, t.asLetterFor('ND-DLCN'))))
  return await committee.fill(who, form, values)
}

describe('a signed letter that a coordinator sends', () => {
  it('is the source of the opinion that is recorded with it, and goes with that version', async () => {
    await openRoundOn(committee, 'ND-DLCN')
    await openRoundOn(committee, 'CL-CPDT')
    const asked = await send(coordinator, [scan('CV Bộ Tài chính.png')], 'công văn về ND-DLCN')
    expect(textOf(asked)).not.toContain(t.asSourceFor('CL-CPDT'))
    const form = formOf(await committee.press(coordinator, button(asked, t.asSourceFor('ND-DLCN'))))
    const values = { person: otherMember, position: 'agree', number: '45/BTC-THTK', dated: '2020-06-12' }
    const done = await committee.fill(coordinator, form, { ...values, received: '2020-06-15' })
    expect(textOf(done)).toContain('ND-DLCN')
    expect(textOf(done)).toContain('số 45/BTC-THTK, ngày 12/06/2020, tệp “CV Bộ Tài chính.png”')
    const opinions = await committee.db.opinion.findMany({ include: { files: true } })
    expect(opinions).toMatchObject([
      {
        recordedSource: 'số 45/BTC-THTK, ngày 12/06/2020, tệp “CV Bộ Tài chính.png”',
        files: [{ name: 'CV Bộ Tài chính.png', number: '45/BTC-THTK', dated: '2020-06-12' }],
      },
    ])
    expect(await committee.db.incomingFile.count()).toBe(0)
    expect(textOf(await committee.fill(coordinator, form, values))).toContain(t.sendAgain)
    const shown = await committee.press(otherMember, { kind: 'opinion.show', round: opinions[0]?.roundId ?? '' })
    expect(textOf(shown)).toContain('CV Bộ Tài chính.png')
  })
})

describe('a signed letter that a member sends', () => {
  it('goes with the draft opinion and then with the version that is sent, with number and day', async () => {
    await openRoundOn(committee, 'ND-DLCN')
    const card = await attach(member, scan('Công văn 12.png'), { number: '12/BYT-CNTT', dated: '2020-06-15' })
    expect(textOf(card)).toContain(t.attachedLine('Công văn 12.png', '12/BYT-CNTT', '15/06/2020'))
    const draft = await committee.type(member, 'góp ý ND-DLCN đồng ý')
    const receipt = await committee.press(member, button(draft, vi.buttons.send))
    expect(textOf(receipt)).toContain('số 12/BYT-CNTT, ngày 15/06/2020')
    const files = await committee.db.opinionFile.findMany({ include: { content: true } })
    expect(files).toMatchObject([{ name: 'Công văn 12.png', number: '12/BYT-CNTT', dated: '2020-06-15' }])
    expect(await committee.db.draftFile.count()).toBe(0)
    expect(await committee.db.incomingFile.count()).toBe(0)
  })

  it('may be a PDF, with words or without', async () => {
    await openRoundOn(committee, 'ND-DLCN')
    for (const [at, pages] of [[], [[{ x: 72, y: 700, text: 'Cong van so 12' }]]].entries()) {
      const name = `cv-${at}.pdf`
      await attach(member, { name, bytes: Buffer.from(makePdf(pages.length === 0 ? [[]] : pages)) })
      expect(await committee.db.draftFile.findFirst({ where: { name } })).not.toBeNull()
    }
  })

  it('is attached once when the form is sent twice, and when the same file comes twice', async () => {
    await openRoundOn(committee, 'ND-DLCN')
    const asked = await send(member, [scan('cv.png')])
    const form = formOf(await committee.press(member, button(asked, t.asLetterFor('ND-DLCN'))))
    await committee.fill(member, form, {})
    expect(textOf(await committee.fill(member, form, {}))).toContain(t.sendAgain)
    await attach(member, scan('tên khác.png', 'cv.png'), { number: '7/BYT' })
    expect(await committee.db.draftFile.findMany()).toMatchObject([{ name: 'cv.png', number: '7/BYT' }])
    expect(await committee.db.fileContent.count()).toBe(1)
  })

  it('keeps no sign of its name that nobody sees, also in the form, and no endless name', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN')
    const odd = `a\u0000\u202e\n\u2066b\ud800${'x'.repeat(300)}.png`
    await attach(member, scan(odd, '1'))
    const form = formOf(await committee.press(member, { kind: 'opinion.save.form', round }))
    await committee.fill(member, form, { position: 'agree' }, { files: [{ ...scan(odd, '2'), field: 'letter' }] })
    const kept = await committee.db.draftFile.findMany()
    expect(kept.map(({ name }) => name)).toEqual([1, 2].map(() => `a b\ufffd${'x'.repeat(91)}….png`))
  })

  it('may be taken away before it is sent, also from the copy of what was sent before', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN')
    await attach(member, scan('một.png'))
    const two = await attach(member, scan('hai.png'))
    const card = await committee.press(member, button(two, `${t.remove}: một.png`))
    expect(textOf(card)).not.toContain('một.png')
    const draft = await committee.type(member, 'góp ý ND-DLCN đồng ý')
    await committee.press(member, button(draft, vi.buttons.send))
    const [sent] = await committee.db.opinionFile.findMany()
    await committee.press(member, { kind: 'attachment.remove', round, attachment: sent?.id ?? '' })
    expect(await committee.db.draftFile.count()).toBe(0)
    // What was sent stays as it was.
    expect(await committee.db.opinionFile.findMany()).toMatchObject([{ name: 'hai.png' }])
  })

  it('stays with what was sent when the opinion is changed', async () => {
    await openRoundOn(committee, 'ND-DLCN')
    await attach(member, scan('cv.png'))
    for (const words of ['góp ý ND-DLCN đồng ý', 'góp ý ND-DLCN không đồng ý: thiếu căn cứ'])
      await committee.press(member, button(await committee.type(member, words), vi.buttons.send))
    const files = await committee.db.opinionFile.findMany({
      include: { opinion: true },
      orderBy: { opinion: { version: 'asc' } },
    })
    expect(files.map(({ name, opinion }) => [name, opinion.version])).toEqual([
      ['cv.png', 1],
      ['cv.png', 2],
    ])
  })

  it('beside words that are an opinion is offered below the draft that these became', async () => {
    await openRoundOn(committee, 'ND-DLCN')
    const reply = await send(member, [scan('cv.png')], 'góp ý ND-DLCN không đồng ý: xem công văn kèm theo')
    expect(textOf(reply)).toContain(vi.opinion.draftTitle)
    expect(textOf(reply)).toContain('xem công văn kèm theo')
    const form = formOf(await committee.press(member, button(reply, t.asLetterFor('ND-DLCN'))))
    await committee.fill(member, form, {})
    expect(await committee.db.opinionDraft.findMany({ include: { files: true } })).toMatchObject([
      { body: 'xem công văn kèm theo', files: [{ name: 'cv.png' }] },
    ])
  })

  it('is refused after the round has closed, for another’s file, and with a day to come', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN', { late: 'refuse' })
    const form = formOf(
      await committee.press(member, button(await send(member, [scan('cv.png')]), t.asLetterFor('ND-DLCN'))),
    )
    expect(await committee.fill(member, form, { dated: '2020-06-17' })).toMatchObject({
      kind: 'invalid',
      fields: { dated: t.futureLetter },
    })
    const { id } = await committee.db.incomingFile.findFirstOrThrow()
    const stolen = await committee.press(otherMember, { kind: 'attachment.save.form', round, file: id })
    expect(textOf(stolen)).toContain(t.sendAgain)
    committee.setClock('2020-07-01T09:00')
    await committee.settle()
    expect(await committee.fill(member, form, {})).toMatchObject({ kind: 'invalid' })
    expect(await committee.db.draftFile.count()).toBe(0)
  })

  it('is no plain text, neither sent nor in the form', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN')
    const words = { name: 'cv.txt', bytes: Buffer.from('Công văn') }
    expect(textOf(await send(member, [words]))).toContain(t.noUse(['“cv.txt”']))
    const form = formOf(await committee.press(member, { kind: 'opinion.save.form', round }))
    const files = [{ ...words, field: 'letter' }]
    expect(await committee.fill(member, form, { position: 'agree' }, { files })).toMatchObject({
      fields: { letter: t.letterKinds('“cv.txt”') },
    })
  })

  it('is told to the letter why it is not taken', async () => {
    await openRoundOn(committee, 'ND-DLCN')
    const reply = await send(member, [
      { name: 'lớn.png', missing: 'too-large' },
      { name: 'mất.png', missing: 'not-fetched' },
      { name: 'bảng.exe', bytes: Buffer.from('MZ') },
    ])
    expect(textOf(reply)).toContain(t.refused['too-large']('“lớn.png”'))
    expect(textOf(reply)).toContain(t.refused['not-fetched']('“mất.png”'))
    expect(textOf(reply)).toContain(t.refused['type-not-taken']('“bảng.exe”'))
    expect(await committee.db.fileContent.count()).toBe(0)
  })

  it('is not taken in a channel, and the drafting agency is not offered to attach it', async () => {
    await openRoundOn(committee, 'ND-DLCN')
    const shared = await committee.act(
      member,
      { kind: 'typed', text: 'tình hình' },
      { audience: 'shared', files: [scan('cv.png')] },
    )
    expect(textOf(shared.reply)).toContain('cv.png')
    expect(textOf(await send(drafter, [scan('cv.png')]))).toContain(t.noUse(['“cv.png”']))
    expect(await committee.db.incomingFile.count()).toBe(0)
  })

  it('is answered once when the platform delivers it twice', async () => {
    await openRoundOn(committee, 'ND-DLCN')
    const delivery = committee.inbound(member, { kind: 'typed', text: '' }, { files: [scan('cv.png')] })
    const first = await committee.app.receive(delivery)
    expect(await committee.app.receive(delivery)).toEqual({ reply: first.reply, repeated: true })
    expect(await committee.db.incomingFile.count()).toBe(1)
  })
})

describe('a letter that is put into a form', () => {
  const letter = (words = 'cv.png'): SentFile => ({ ...scan('cv.png', words), field: 'letter' })
  const values = { position: 'disagree', body: 'Thiếu căn cứ.' }

  it('goes with the draft that the form saves, with number and day; without one these are refused', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN')
    const form = formOf(await committee.press(member, { kind: 'opinion.save.form', round }))
    const bare = await committee.fill(member, form, { ...values, number: '12/BYT' })
    expect(bare).toMatchObject({ kind: 'invalid', fields: { number: t.numberWithoutFile } })
    const more = { files: [letter()] }
    const card = await committee.fill(member, form, { ...values, number: '12/BYT', dated: '2020-06-15' }, more)
    expect(textOf(card)).toContain(t.attachedLine('cv.png', '12/BYT', '15/06/2020'))
    expect(await committee.db.opinionDraft.findMany({ include: { files: true } })).toMatchObject([
      { body: 'Thiếu căn cứ.', files: [{ name: 'cv.png' }] },
    ])
  })

  it('that is not taken keeps the form open, with the reason at its field', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN')
    const form = formOf(await committee.press(member, { kind: 'opinion.save.form', round }))
    for (const [file, code] of [
      [{ name: 'a.pdf', field: 'letter', missing: 'not-fetched' }, 'not-fetched'],
      [{ name: 'hồ sơ.zip', field: 'letter', bytes: Buffer.from('PK\u0003\u0004') }, 'archive'],
    ] as const) {
      const reply = await committee.fill(member, form, values, { files: [file] })
      expect(reply).toMatchObject({ kind: 'invalid', fields: { letter: t.refused[code](`“${file.name}”`) } })
    }
    expect(await committee.db.opinionDraft.count()).toBe(0)
  })

  it('is not lost where another screen has saved in the meantime', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN')
    const form = formOf(await committee.press(member, { kind: 'opinion.save.form', round }))
    await committee.fill(member, form, { position: 'agree', body: '' })
    const again = formOf(await committee.fill(member, form, values, { files: [letter()] }))
    expect(JSON.stringify(again.intro)).toContain(vi.opinion.conflict)
    await committee.fill(member, again, values)
    expect(await committee.db.opinionDraft.findMany({ include: { files: true } })).toMatchObject([
      { body: 'Thiếu căn cứ.', files: [{ name: 'cv.png' }] },
    ])
  })

  it('is the source of an opinion that a coordinator records; without it a source is asked for', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN')
    const form = formOf(await committee.press(coordinator, { kind: 'record.save.form', round }))
    const said = { person: otherMember, position: 'agree', number: '', dated: '' }
    expect(await committee.fill(coordinator, form, said)).toMatchObject({ fields: { source: vi.errors.required } })
    await committee.fill(coordinator, form, { ...said, number: '45/BTC' }, { files: [letter()] })
    expect(await committee.db.opinion.findMany({ include: { files: true } })).toMatchObject([
      { recordedSource: 'số 45/BTC, tệp “cv.png”', files: [{ number: '45/BTC' }] },
    ])
  })
})

describe('a file that goes with an opinion', () => {
  /** The button of the member's file on their receipt. */
  async function sent() {
    const round = await openRoundOn(committee, 'ND-DLCN')
    await attach(member, scan('Công văn 12.png'), { number: '12/BYT-CNTT' })
    const draft = await committee.type(member, 'góp ý ND-DLCN đồng ý')
    const receipt = await committee.press(member, button(draft, vi.buttons.send))
    const get = button(receipt, `${t.getShort}: Công văn 12.png`)
    if (get.kind !== 'attachment.get') throw new Error(get.kind)
    const { id: person } = await committee.db.person.findUniqueOrThrow({ where: { key: member } })
    return { round, get: { ...get, person } }
  }

  it('is fetched to the byte by its author for an hour, under a name that every machine takes', async () => {
    const { get } = await sent()
    const reply = await committee.press(member, get)
    const file = await committee.fetch(reply)
    expect(file).toMatchObject({ name: 'cong-van-12.png', mediaType: 'image/png' })
    expect(Buffer.from(file?.bytes ?? [])).toEqual(picture('Công văn 12.png'))
    committee.setClock('2020-06-16T10:01')
    expect(await committee.fetch(reply)).toBeUndefined()
  })

  it('is had by coordinators, by the agency from closing on, and by nobody else; each reading is in the log', async () => {
    const { round, get } = await sent()
    const has = async (who: string) => {
      const reply = await committee.press(who, get)
      return reply.kind === 'message' && reply.documents !== undefined && (await committee.fetch(reply)) !== undefined
    }
    const readers = async () => {
      const found: string[] = []
      for (const who of [member, otherMember, coordinator, drafter, 'sample-st-btttt', 'sample-ct', 'sample-qt'])
        if (await has(who)) found.push(who)
      return found
    }
    expect(await readers()).toEqual([member, coordinator])
    committee.setClock('2020-07-15T09:00')
    await committee.settle()
    const form = formOf(await committee.press(coordinator, { kind: 'round.change.form', round, change: 'close' }))
    await committee.fill(coordinator, form, { reason: 'Hết thời hạn' })
    expect(await readers()).toEqual([member, coordinator, drafter])
    expect(await committee.db.audit.count({ where: { deed: 'attachment.get' } })).toBe(5)
  })

  it('is not had any more by who lost the role before fetching it, and its link is not told twice', async () => {
    const { get } = await sent()
    const delivery = committee.inbound(coordinator, { kind: 'pressed', intent: get })
    const { reply } = await committee.app.receive(delivery)
    const again = await committee.app.receive(delivery)
    expect(textOf(again.reply)).toContain(t.repeated)
    expect(JSON.stringify(again.reply)).not.toContain('/files/')
    await committee.db.role.deleteMany({ where: { person: { key: coordinator } } })
    expect(await committee.fetch(reply)).toBeUndefined()
  })

  it('is no other file than those that go with that opinion', async () => {
    const { round, get } = await sent()
    await attach(otherMember, scan('kín.png'))
    const [secret] = await committee.db.draftFile.findMany()
    const { id: person } = await committee.db.person.findUniqueOrThrow({ where: { key: otherMember } })
    const sha256 = secret?.sha256 ?? ''
    // Neither under one's own name, nor what another has not sent.
    for (const intent of [{ ...get, sha256 }, { kind: 'attachment.get', round, person, sha256 } as const])
      expect(textOf(await committee.press(coordinator, intent))).toContain(vi.refusals['no-such-attachment']({}))
    expect(textOf(await committee.press(member, { kind: 'attachment.get', round, sha256 }))).toContain(
      vi.refusals['no-such-attachment']({}),
    )
  })
})

it('a letter or a draft that runs something is refused with what was found and what to do, and nothing of it is kept', async () => {
  await openRoundOn(committee, 'ND-DLCN')
  const page = [{ text: 'Điều 1. Một', x: 80, y: 600 }]
  const script = '/OpenAction << /S /JavaScript /JS (app.alert) >>'
  const attached = '/Names << /EmbeddedFiles << /Names [(a) << /F (a.exe) /EF << /F 8 0 R >> >>] >> >>'
  for (const who of [member, coordinator])
    for (const [catalog, why] of [
      [script, 'script'],
      [attached, 'holds-files'],
    ] as const) {
      const reply = await send(who, [{ name: 'CV 12.pdf', bytes: makePdf([page], { catalog }) }], 'ND-DLCN')
      expect(textOf(reply)).toContain(t.refused[why]('“CV 12.pdf”'))
    }
  expect(await committee.db.incomingFile.count()).toBe(0)
  expect(await committee.db.fileContent.count()).toBe(0)
})
