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

let house: Committee
beforeEach(async () => {
  house = await openCommittee()
})

const said = vi.errors.lost('CODE').split('CODE')

describe.skipIf(process.env.TEST_DATABASE_URL)('on SQLite', () => {
  let refused = 0
  afterEach(() => house.drop(refused))

  /** A press that sends a finished draft. */
  async function finished() {
    const round = await openRoundOn(house, 'ND-DLCN')
    const form = await house.press(member, { kind: 'opinion.save.form', round })
    if (form.kind !== 'form') throw new Error('no form')
    const card = await house.fill(member, form.form, { ...initial(form.form), position: 'agree' })
    return house.inbound(member, { kind: 'pressed', intent: button(messageOf(card), vi.buttons.send) })
  }
  const path = () => house.url.slice('file:'.length)

  it('nothing counts as recorded while the file is moved away, and all goes on once it is back', async () => {
    const press = await finished()
    renameSync(path(), `${path()}.away`)
    const answer = textOf((await house.app.receive(press)).reply)
    for (const part of said) expect(answer).toContain(part)
    expect(house.lost()).toMatch(/test\.db was moved or removed/)
    renameSync(`${path()}.away`, path())
    expect(house.lost()).toBeUndefined()
    expect(await house.db.opinion.count()).toBe(0)
    expect(textOf((await house.app.receive(press)).reply)).toMatch(/ND-DLCN-[2-9A-Z]{4}-[2-9A-Z]{4}/)
    refused = 1
  })

  it('a connection that was closed and opened anew has files of its own, which are not missed', async () => {
    const press = await finished()
    await house.db.$disconnect()
    expect(house.lost()).toBeUndefined()
    expect(textOf((await house.app.receive(press)).reply)).toMatch(/ND-DLCN-[2-9A-Z]{4}-[2-9A-Z]{4}/)
    expect(house.lost()).toBeUndefined()
    rmSync(`${path()}-wal`)
    expect(house.lost()).toMatch(/-wal was moved or removed/)
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
    const answer = textOf((await house.app.receive(press)).reply)
    for (const part of said) expect(answer).toContain(part)
    expect(house.lost()).toMatch(/was moved or removed|was replaced by another file/)
    refused = 1
  })

  it('a change made in the moment in which the file goes is not said to be recorded', async () => {
    const waiting = house.db.setting.create({ data: { key: 'late', value: '' } }).then(
      () => 'recorded',
      () => 'refused',
    )
    rmSync(path())
    expect(await waiting).toBe('refused')
    await expect(house.db.$transaction([house.db.setting.count(), house.db.audit.count()])).rejects.toThrow()
    refused = 0
  })
})
