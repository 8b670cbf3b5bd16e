import { expect, it } from 'vitest'
import type { Intent } from '../../src/contract/intent.ts'
import { vi } from '../../src/texts/vi.ts'
import { button, coordinator, formOf, messageOf, openRoundOn, textOf } from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'
import { racing } from '../support/meanwhile.ts'
import { sendingDrafts, textFile } from '../support/sent-drafts.ts'

// Races about the files of drafts: somebody's request is decided, another's change is stored, then the request would be.
// See races.test.ts. Whoever comes first, a round that takes answers has the file of its version.

const committee = committeeEachTest()
const { pressWhile, fillWhile } = racing(() => committee)
const otherCoordinator = 'sample-dp2'
const { documents: t } = vi
const words = 'Điều 1. Phạm vi\nNghị định này quy định việc chia sẻ dữ liệu.'

/** A file that was sent and read, and the button that keeps it as the first version. */
async function readyToKeep(draft = words): Promise<Intent> {
  const files = [{ name: 'nd.txt', bytes: Buffer.from(draft) }]
  await committee.act(otherCoordinator, { kind: 'typed', text: 'ND-DLCN' }, { files })
  const { id } = await committee.db.incomingFile.findFirstOrThrow()
  const check = { kind: 'draft.check', file: id, item: 'ND-DLCN', version: 1 } as const
  return button(await committee.press(otherCoordinator, check), t.keep)
}
const keep = async (intent: Intent) =>
  expect(textOf(await committee.press(otherCoordinator, intent))).toContain(t.kept('ND-DLCN', 1))

async function readyToOpen(): Promise<Intent> {
  const form = formOf(await committee.press(coordinator, { kind: 'round.propose.form', item: 'ND-DLCN' }))
  return button(await committee.fill(coordinator, form, { day: '2020-06-25', time: '17:00' }), vi.buttons.open)
}

async function closedRound(): Promise<string> {
  const round = await openRoundOn(committee, 'ND-DLCN')
  const form = formOf(await committee.press(coordinator, { kind: 'round.change.form', round, change: 'close' }))
  expect(messageOf(await committee.fill(coordinator, form, { reason: 'đủ ý kiến' })).text).toBe(vi.round.changed.close)
  return round
}
const reopening = (round: string) => ({ kind: 'round.change.form', round, change: 'reopen' }) as const
const newTerms = { day: '2020-06-26', time: '17:00', reason: 'góp ý thêm' }

async function theRoundHasTheFile() {
  const document = await committee.db.document.findFirstOrThrow({ where: { liveKey: { not: null } } })
  expect(await committee.db.round.findMany()).toMatchObject([{ state: 'open', documentId: document.id }])
}

it('a round that is being opened gets the draft that is kept meanwhile', async () => {
  const [file, open] = [await readyToKeep(), await readyToOpen()]
  await pressWhile(coordinator, open, () => keep(file))
  await theRoundHasTheFile()
})

it('a draft that is being kept goes to the round that is opened meanwhile', async () => {
  const [file, open] = [await readyToKeep(), await readyToOpen()]
  await pressWhile(otherCoordinator, file, () => committee.press(coordinator, open))
  await theRoundHasTheFile()
})

it('a round that is being opened has the file that takes the place of the first meanwhile', async () => {
  await keep(await readyToKeep())
  const open = await readyToOpen()
  const file = await readyToKeep(`${words}\nĐiều 2. Hiệu lực`)
  await pressWhile(coordinator, open, () => keep(file))
  await theRoundHasTheFile()
})

it('a round that is reopened gets the draft that was brought while it was closed', async () => {
  const round = await closedRound()
  await keep(await readyToKeep())
  await committee.fill(coordinator, formOf(await committee.press(coordinator, reopening(round))), newTerms)
  await theRoundHasTheFile()
})

it('a round that is being reopened gets the draft that is kept meanwhile', async () => {
  const file = await readyToKeep()
  const round = await closedRound()
  await fillWhile(coordinator, reopening(round), newTerms, () => keep(file))
  await theRoundHasTheFile()
})

it('a draft that is being kept goes to the round that is reopened meanwhile', async () => {
  const file = await readyToKeep()
  const round = await closedRound()
  await pressWhile(otherCoordinator, file, async () =>
    committee.fill(coordinator, formOf(await committee.press(coordinator, reopening(round))), newTerms),
  )
  await theRoundHasTheFile()
})

it('a round whose deadline is being moved keeps the file that it gets meanwhile', async () => {
  const file = await readyToKeep()
  const round = await openRoundOn(committee, 'ND-DLCN')
  const extend = { kind: 'round.change.form', round, change: 'extend' } as const
  await fillWhile(coordinator, extend, { ...newTerms, day: '2020-07-10' }, () => keep(file))
  await theRoundHasTheFile()
})

it('a draft that somebody else has kept meanwhile is not said to be the one that stands once another takes its place', async () => {
  const { send, keep: keepAnother } = sendingDrafts(() => committee)
  const file = await readyToKeep()
  await keepAnother(coordinator, 'ND-DLCN', words)
  const reply = await pressWhile(otherCoordinator, file, async () => {
    const asked = await send(coordinator, [textFile('nd.txt', `${words}\nĐiều 2. Hiệu lực`)], 'ND-DLCN')
    const { id } = await committee.db.incomingFile.findFirstOrThrow({ where: { person: { key: coordinator } } })
    expect(textOf(asked)).toContain('nd.txt')
    const check = { kind: 'draft.check', file: id, item: 'ND-DLCN', version: 1 } as const
    await committee.press(coordinator, button(await committee.press(coordinator, check), t.keep))
  })
  expect(textOf(reply)).toContain(t.replaces(1))
  expect(await committee.db.incomingFile.count()).toBe(1)
})
