import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { keepFile } from '../../src/documents/store/keep-file.ts'
import { answerRound, coordinator, formOf, member, openRoundOn, otherMember } from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'
import { fitLines, fitRow, recordTemplate } from '../support/record-template.ts'
import { json, terminal } from './terminal.ts'

const committee = committeeEachTest()
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dondoc-record-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const run = (...args: string[]) => terminal(committee.url, committee.now())(['export', 'record', ...args])

/** Two of three answer: one with two versions, one by a letter that the coordinator records. */
async function play(): Promise<string> {
  const names = 'sample-tv-byt\nsample-tv-btc\nsample-tv-bxd'
  const round = await openRoundOn(committee, 'ND-DLCN', { asked: 'named', names })
  await answerRound(committee, member, round, { position: 'disagree', body: 'Bản cũ.' })
  await answerRound(committee, member, round, { position: 'disagree', body: 'Bản mới.' })
  const form = formOf(await committee.press(coordinator, { kind: 'record.save.form', round }))
  const recorded = {
    person: otherMember,
    position: 'other',
    body: 'Theo thư.',
    source: 'Công văn số 12',
    received: '2020-06-16',
  }
  await committee.fill(coordinator, form, recorded)
  return round
}

const cells = (file: string): unknown => parse(readFileSync(file), { bom: true })

it("writes the current answers of a round into a file that is its owner's alone", async () => {
  await play()
  const out = join(folder, 'x.csv')
  const { status, out: told, err } = await run('ND-DLCN', '--format', 'csv', '--out', out)
  expect({ status, err }).toEqual({ status: 0, err: '' })
  expect(told).toBe(`${out}: round 1, 2 of 3 answered; the round is still open\n`)
  expect(statSync(out).mode & 0o777).toBe(0o600)
  const text = readFileSync(out, 'utf8')
  expect(text).toContain('Bản mới.')
  expect(text).not.toContain('Bản cũ.')
  expect(cells(out)).toHaveLength(4)
  expect(text).toContain('Tổ công tác ghi thay, theo: Công văn số 12')
})

it('names the file after item and round, writes over none, and says as JSON what it wrote', async () => {
  await play()
  const out = join(folder, 'a.docx')
  const report = json((await run('ND-DLCN', '--out', out, '--json')).out)
  expect(report).toEqual({
    ...{ file: out, kind: 'record', what: 'table', item: 'ND-DLCN', round: 1, state: 'open', asked: 3, answered: 2 },
    bytes: statSync(out).size,
  })
  expect((await run('ND-DLCN', '--out', out)).err).toContain('write over it with --force')
  expect((await run('ND-DLCN', '--out', out, '--force')).status).toBe(0)
})

it('writes an earlier round by its number, and refuses one that there is not', async () => {
  const first = await play()
  await committee.fill(
    coordinator,
    formOf(await committee.press(coordinator, { kind: 'round.change.form', round: first, change: 'withdraw' })),
    { reason: 'có dự thảo mới' },
  )
  await openRoundOn(committee, 'ND-DLCN')
  const out = (name: string) => join(folder, name)
  expect(json((await run('ND-DLCN', '--json', '--out', out('2.html'), '--format', 'html')).out)).toMatchObject({
    round: 2,
  })
  await run('ND-DLCN', '--round', '1', '--format', 'html', '--out', out('1.html'))
  expect(readFileSync(out('1.html'), 'utf8')).toContain('đã được thu hồi. Lý do: có dự thảo mới.')
  expect(await run('ND-DLCN', '--round', '3')).toMatchObject({ status: 1, out: '' })
  expect(await run('NO-SUCH')).toMatchObject({ status: 1, err: expect.stringContaining('no such item') })
  expect(await run('ND-DLCN', '--format', 'pdf')).toMatchObject({ status: 2 })
})

it('writes ballots and counts as DOCX alone, one ballot by the key of whose it is', async () => {
  await play()
  const out = (name: string) => join(folder, name)
  expect(await run('ND-DLCN', '--what', 'ballots', '--out', out('b.docx'))).toMatchObject({ status: 0, err: '' })
  expect(await run('ND-DLCN', '--what', 'ballots', '--person', 'sample-tv-bxd', '--out', out('c.docx'))).toMatchObject({
    status: 0,
  })
  expect(await run('ND-DLCN', '--what', 'results', '--out', out('r.docx'))).toMatchObject({ status: 0, err: '' })
  expect((await run('ND-DLCN', '--what', 'results', '--format', 'csv')).err).toContain('results is written as docx')
  expect((await run('ND-DLCN', '--what', 'ballots', '--person', 'nobody')).err).toContain('nobody with this key')
  expect((await run('ND-DLCN', '--person', 'sample-tv-bxd')).err).toContain('goes with --what ballots')
})

it("fills an operator's own form, from the option and the setting, and refuses one that says too little", async () => {
  await play()
  const [fit, poor, out] = [join(folder, 'mau.docx'), join(folder, 'thieu.docx'), join(folder, 'x.docx')]
  writeFileSync(fit, await recordTemplate(fitLines, fitRow))
  writeFileSync(poor, await recordTemplate(['{{title}} {{foo}}'], fitRow))
  const command = terminal(committee.url, committee.now())
  expect(await command(['record', 'template', 'check', fit])).toMatchObject({ status: 0, err: '' })
  const checked = await command(['record', 'template', 'check', poor, '--json'])
  expect(checked).toMatchObject({ status: 1, err: expect.stringContaining('unknown fields: {{foo}}') })
  expect(json(checked.out)).toMatchObject({
    fit: false,
    unknown: ['foo'],
    missing: ['notice', 'asked', 'answered'],
    row: true,
  })
  expect(await run('ND-DLCN', '--template', fit, '--out', out)).toMatchObject({ status: 0, err: '' })
  const plain = strFromU8(unzipSync(readFileSync(out))['word/document.xml'] ?? new Uint8Array())
  expect(plain).toContain('MẪU SỐ 05')
  const set = await command(['export', 'record', 'ND-DLCN', '--out', out, '--force'], { DONDOC_RECORD_TEMPLATE: poor })
  expect(set).toMatchObject({ status: 1, err: expect.stringContaining('missing fields') })
  expect((await run('ND-DLCN', '--template', fit, '--format', 'csv')).err).toContain('goes with the table as docx')
})

it('puts all of it into one ZIP with the letters that came', async () => {
  await play()
  const { db } = committee
  const opinion = await db.opinion.findFirstOrThrow({ where: { recordedSource: null }, orderBy: { version: 'desc' } })
  const { sha256 } = await keepFile(db, Buffer.from('%PDF-1.7'), 'application/pdf', committee.now())
  await db.opinionFile.create({
    data: {
      id: randomUUID(),
      opinionId: opinion.id,
      place: 0,
      sha256,
      name: 'cv.pdf',
      number: '12/BYT',
      dated: '2020-06-15',
    },
  })
  const out = join(folder, 'ho-so.zip')
  expect(await run('ND-DLCN', '--what', 'dossier', '--out', out)).toMatchObject({ status: 0, err: '' })
  const parts = unzipSync(readFileSync(out))
  const [letter] = Object.keys(parts).filter((name) => name.endsWith('cv.pdf'))
  expect(Buffer.from(parts[letter ?? ''] ?? []).toString()).toBe('%PDF-1.7')
  const table = strFromU8(
    parts['bang-tong-hop-nd-dlcn-dot-1.docx'] === undefined
      ? new Uint8Array()
      : (unzipSync(parts['bang-tong-hop-nd-dlcn-dot-1.docx'])['word/document.xml'] ?? new Uint8Array()),
  )
  expect(table).toContain('Văn bản kèm theo: 12/BYT ngày 15/06/2020')
  expect((await run('ND-DLCN', '--what', 'dossier', '--format', 'csv')).err).toContain('a dossier is a ZIP')
})
