import { copyFileSync, renameSync, rmSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { vi } from '../../src/texts/vi.ts'
import {
  button,
  type Committee,
  initial,
  member,
  messageOf,
  openCommittee,
  openRoundOn,
  textOf,
} from '../support/committee.ts'

let committee: Committee
beforeEach(async () => {
  committee = await openCommittee()
})

const said = vi.errors.lost('CODE').split('CODE')

describe.skipIf(process.env.TEST_DATABASE_URL)('on SQLite', () => {
  let refused = 0
  afterEach(() => committee.drop(refused))

  /** A press that sends a finished draft. */
  async function finished() {
    const round = await openRoundOn(committee, 'ND-DLCN')
    const form = await committee.press(member, { kind: 'opinion.save.form', round })
    if (form.kind !== 'form') throw new Error('no form')
    const card = await committee.fill(member, form.form, { ...initial(form.form), position: 'agree' })
    return committee.inbound(member, { kind: 'pressed', intent: button(messageOf(card), vi.buttons.send) })
  }
  const path = () => committee.url.slice('file:'.length)

  it('nothing counts as recorded while the file is moved away, and all goes on once it is back', async () => {
    const press = await finished()
    renameSync(path(), `${path()}.away`)
    const answer = textOf((await committee.app.receive(press)).reply)
    for (const part of said) expect(answer).toContain(part)
    expect(committee.lost()).toMatch(/test\.db was moved or removed/)
    renameSync(`${path()}.away`, path())
    expect(committee.lost()).toBeUndefined()
    expect(await committee.db.opinion.count()).toBe(0)
    expect(textOf((await committee.app.receive(press)).reply)).toMatch(/ND-DLCN-[2-9A-Z]{4}-[2-9A-Z]{4}/)
    refused = 1
  })

  it('a connection that was closed and opened anew has files of its own, which are not missed', async () => {
    const press = await finished()
    await committee.db.$disconnect()
    expect(committee.lost()).toBeUndefined()
    expect(textOf((await committee.app.receive(press)).reply)).toMatch(/ND-DLCN-[2-9A-Z]{4}-[2-9A-Z]{4}/)
    expect(committee.lost()).toBeUndefined()
    rmSync(`${path()}-wal`)
    expect(committee.lost()).toMatch(/-wal was moved or removed/)
    refused = 0
  })

  const lose: Readonly<Record<string, () => void>> = {
    'the file is removed': () => rmSync(path()),
    'a backup is put in its place': () => {
      copyFileSync(path(), `${path()}.backup`)
      renameSync(`${path()}.backup`, path())
    },
    'its -wal is removed': () => rmSync(`${path()}-wal`),
    'its -shm is removed': () => rmSync(`${path()}-shm`),
  }
  it.each(Object.entries(lose))('nothing counts as recorded once %s', async (_what, now) => {
    const press = await finished()
    now()
    const answer = textOf((await committee.app.receive(press)).reply)
    for (const part of said) expect(answer).toContain(part)
    expect(committee.lost()).toMatch(/was moved or removed|was replaced by another file/)
    refused = 1
  })

  it('a change made in the moment in which the file goes is not said to be recorded', async () => {
    const waiting = committee.db.setting.create({ data: { key: 'late', value: '' } }).then(
      () => 'recorded',
      () => 'refused',
    )
    rmSync(path())
    expect(await waiting).toBe('refused')
    await expect(
      committee.db.$transaction([committee.db.setting.count(), committee.db.audit.count()]),
    ).rejects.toThrow()
    refused = 0
  })
})
