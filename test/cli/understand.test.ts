import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { member } from '../support/committee.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { sample } from '../support/sample.ts'
import { json, keysOf, terminal } from './terminal.ts'

let base: TestDatabase
let run: ReturnType<typeof terminal>
beforeEach(async () => {
  base = await openTestDatabase(sample)
  run = terminal(base.url, new Date('2020-06-16T02:00:00Z'))
})
afterEach(() => base.drop())

describe('how a sentence is read, on the command line', () => {
  it('is a stable shape: what was recognised, the readings with their scores, what is done and left over', async () => {
    const { status, out, err } = await run(['understand', 'tình hình ND-DLCN 26/06', '--json'])
    expect({ status, err }).toEqual({ status: 0, err: '' })
    const report = json(out)
    expect(keysOf(report)).toEqual(['sentence', 'as', 'words', 'english', 'spans', 'signs', 'readings', 'outcome'])
    expect(report).toMatchObject({
      sentence: 'tình hình ND-DLCN 26/06',
      as: null,
      english: false,
      spans: expect.arrayContaining([
        { kind: 'item', text: 'ND DLCN', value: ['ND-DLCN'] },
        { kind: 'moment', text: '26/06', value: expect.objectContaining({ kind: 'day', day: '2020-06-26' }) },
      ]),
      readings: expect.arrayContaining([
        expect.objectContaining({ sense: 'status', does: 'shows', score: expect.any(Number), left: [] }),
      ]),
      outcome: { kind: 'intent', intent: { kind: 'status.show', item: 'ND-DLCN' }, unused: ['26/06'] },
    })
  })

  it('is read with the roles of somebody, and for people in lines', async () => {
    const { out } = await run(['understand', 'nhắc ND-DLCN', '--as', member])
    expect(out).toContain('Words: nhac nd dlcn')
    expect(out).toMatch(/^score +reading +does/m)
    // A member reminds nobody but themselves.
    expect(out).toContain('Does: {"kind":"nudge.snooze.form","item":"ND-DLCN"}')
    expect(json((await run(['understand', 'nhắc ND-DLCN', '--as', member, '--json'])).out)).toMatchObject({
      as: member,
    })
  })

  it('says what it asks, offers and does not know', async () => {
    const said = async (sentence: string) => (await run(['understand', sentence])).out
    expect(await said('mở ND-DLCN')).toContain('Asks which meaning is meant:')
    expect(await said('trời đẹp quá')).toContain('Not understood; offers:')
    expect(await said('đóng ND-XYZ')).toContain('Says that there is no item ND-XYZ')
    expect(await said('lịch 31/06')).toContain('Says that there is no day 31/06')
    expect(await said('gia hạn')).toContain('Asks which item is meant: 10 for round.change.form')
  })

  it('refuses somebody that there is not', async () => {
    const { status, err } = await run(['understand', 'lịch', '--as', 'nobody'])
    expect(status).toBe(1)
    expect(err).toContain('there is no person "nobody"')
  })
})
