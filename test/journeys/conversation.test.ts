import { describe, expect, it } from 'vitest'
import type { HistoryEntry } from '../../src/contract/history.ts'
import type { Inbound, Input } from '../../src/contract/inbound.ts'
import { plain } from '../../src/contract/plain.ts'
import { createHistory } from '../../src/conversation/read-history.ts'
import { vi } from '../../src/texts/vi.ts'
import {
  answerRound,
  button,
  coordinator,
  formOf,
  initial,
  member,
  openRoundOn,
  otherMember,
  textOf,
} from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'
import { visitsOf } from '../support/visits.ts'

const committee = committeeEachTest()

const said = (who: string, input: Input, keep: NonNullable<Inbound['keep']> = {}, id?: string) =>
  committee.act(who, input, { keep, ...(id === undefined ? {} : { id }) })
const history = (who: string, wanted: { limit?: number; upTo?: string; find?: string } = {}) =>
  createHistory(
    committee.db,
    committee.host.compose,
    committee.now,
  )({ platform: 'web', tenant: 'local', user: who }, { limit: 100, ...wanted })
const inWords = (entries: readonly HistoryEntry[]): readonly string[] =>
  entries.flatMap((entry) => [
    ...(entry.kind === 'turn' && entry.said !== undefined ? [`> ${entry.said}`] : []),
    ...(entry.message === undefined ? [] : [plain(entry.message)]),
  ])
/** A minute later each time: entries of one instant have no order of their own. */
const at = (minute: number) => committee.setClock(`2020-06-16T10:${String(minute).padStart(2, '0')}`)

describe('a conversation on a platform that keeps none', () => {
  it('holds one’s own words, what answered them, and what was sent, in their order', async () => {
    at(1)
    await openRoundOn(committee, 'ND-DLCN')
    await committee.deliver()
    at(2)
    const { reply } = await said(member, { kind: 'typed', text: 'hạn nd-dlcn' })
    at(3)
    const plan = await said(member, { kind: 'pressed', intent: { kind: 'plan.show' } }, { said: vi.buttons.plan })
    const { entries, older } = await history(member)
    expect(entries.map((entry) => entry.kind)).toEqual(['sent', 'turn', 'turn'])
    expect(inWords(entries).slice(1)).toEqual([
      '> hạn nd-dlcn',
      textOf(reply),
      `> ${vi.buttons.plan}`,
      textOf(plan.reply),
    ])
    expect(older).toBeUndefined()
  })

  it('keeps a turn once, however often it is delivered, and none of what the page asks for itself', async () => {
    for (const _ of [1, 2])
      await said(member, { kind: 'pressed', intent: { kind: 'plan.show' } }, { said: 'Kế hoạch' }, 'p1')
    for (const _ of [1, 2]) await said(member, { kind: 'typed', text: 'trợ giúp' }, {}, 't1')
    await committee.press(member, { kind: 'home.show' })
    expect((await history(member)).entries.map((entry) => entry.ref)).toEqual(expect.arrayContaining(['p1', 't1']))
    expect((await history(member)).entries).toHaveLength(2)
  })

  it('keeps an answer that takes a card’s place in that card’s turn', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN')
    const show = { kind: 'pressed', intent: { kind: 'opinion.show', round } } as const
    at(1)
    const earlier = await said(member, show, { said: 'Trước' }, 'c0')
    at(2)
    const card = await said(member, show, { said: 'Xem' }, 'c1')
    const form = formOf(await committee.press(member, button(card.reply, vi.buttons.answer)))
    const values = { ...initial(form), position: 'agree' }
    const draft = await said(member, { kind: 'filled', intent: form.intent, values }, { card: 'c1' })
    const kept = await committee.db.turn.findMany({ orderBy: { at: 'asc' } })
    expect(kept.map(({ said, reply }) => [said, JSON.parse(reply ?? '')])).toEqual([
      ['Trước', earlier.reply.kind === 'message' && earlier.reply.message],
      ['Xem', draft.reply.kind === 'message' && draft.reply.message],
    ])
    // The card of a message that was sent follows what is stored by itself.
    await said(member, { kind: 'pressed', intent: button(draft.reply, vi.buttons.send) }, { said: 'Gửi', card: 'sent' })
    expect((await history(member)).entries).toHaveLength(2)
  })

  it('shows a card that was an answer as it stands now, wherever it was changed', async () => {
    await openRoundOn(committee, 'ND-DLCN')
    await committee.deliver()
    at(1)
    const typed = await said(member, { kind: 'typed', text: 'góp ý nd-dlcn không đồng ý: chưa rõ' })
    expect(textOf(typed.reply)).toContain(vi.opinion.draftTitle)
    at(2)
    // From the request card, in another place.
    const send = { kind: 'pressed', intent: button(typed.reply, vi.buttons.send) } as const
    const { reply } = await said(member, send, { card: 'sent' })
    await committee.deliver()
    const { entries } = await history(member)
    expect(inWords(entries)).toEqual([textOf(reply), '> góp ý nd-dlcn không đồng ý: chưa rõ', textOf(reply)])
    // What stands there no longer is not found by its words; what was said is.
    expect((await history(member, { find: vi.opinion.draftTitle })).entries).toEqual([])
    expect((await history(member, { find: 'nd-dlcn khong dong y' })).entries).toHaveLength(1)
  })

  it('is not written on by whoever holds the account later', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN')
    const show = { kind: 'pressed', intent: { kind: 'opinion.show', round } } as const
    const { reply } = await said(member, show, { said: 'Xem' }, 'c1')
    const [before] = await committee.db.turn.findMany()
    const { id } = await committee.db.person.findUniqueOrThrow({ where: { key: otherMember } })
    await committee.db.account.updateMany({ where: { user: member }, data: { personId: id } })
    const form = formOf(await committee.press(member, button(reply, vi.buttons.answer)))
    const filled = { kind: 'filled', intent: form.intent, values: { ...initial(form), position: 'agree' } } as const
    expect(await said(member, filled, { card: 'c1' })).toMatchObject({ reply: { replaces: true } })
    expect(await committee.db.turn.findMany()).toEqual([before])
  })

  it('goes back to its beginning, page by page, without losing what happened in one instant', async () => {
    for (let nth = 0; nth < 25; nth += 1) {
      at(Math.floor(nth / 3))
      await said(member, { kind: 'typed', text: `trợ giúp ${nth}` })
    }
    const seen = new Map<string, HistoryEntry>()
    let upTo: string | undefined
    for (let pages = 0; pages < 20; pages += 1) {
      const page = await history(member, { limit: 5, ...(upTo === undefined ? {} : { upTo }) })
      for (const entry of page.entries) seen.set(entry.ref, entry)
      if (page.older === undefined || page.older === upTo) break
      upTo = page.older
    }
    const words = inWords([...seen.values()]).filter((text) => text.startsWith('> '))
    expect(new Set(words)).toEqual(new Set(Array.from({ length: 25 }, (_, nth) => `> trợ giúp ${nth}`)))
  })

  it('is searched without diacritics: own words, answers and messages that were sent', async () => {
    at(1)
    await openRoundOn(committee, 'ND-DLCN')
    await committee.deliver()
    at(2)
    await said(member, { kind: 'typed', text: 'ai kiểm tra Bộ Y tế' })
    const find = async (words: string) => (await history(member, { find: words })).entries.map((entry) => entry.kind)
    expect(await find('kiem tra bo y te')).toEqual(['turn'])
    expect(await find('BẢO VỆ DỮ LIỆU CÁ NHÂN')).toEqual(['sent'])
    expect(await find('không có ở đâu cả')).toEqual([])
  })

  it('belongs to one person: nobody else reads it, nor whoever holds the account later', async () => {
    await said(member, { kind: 'typed', text: 'trợ giúp' })
    expect((await history(otherMember)).entries).toEqual([])
    // A card of somebody else is not written on.
    const [mine] = (await history(member)).entries
    await openRoundOn(committee, 'ND-DLCN')
    await said(
      otherMember,
      { kind: 'filled', intent: { kind: 'opinion.save', round: 'x', revision: 0 }, values: {} },
      { card: mine?.ref ?? '' },
    )
    expect((await history(member)).entries).toEqual([mine])
    const other = await committee.db.person.findUniqueOrThrow({ where: { key: 'sample-tv-btc' } })
    await committee.db.account.updateMany({ where: { user: member }, data: { personId: other.id } })
    expect((await history(member)).entries).toEqual([])
  })

  it('keeps no token of a link that is shown once, and says which files it does not keep', async () => {
    const made = await said(member, { kind: 'pressed', intent: { kind: 'calendar.make' } }, { said: 'Tạo' })
    const address = /\/calendar\/([\w-]+)/.exec(textOf(made.reply))?.[1] ?? 'none'
    expect(address).not.toBe('none')
    expect(JSON.stringify(await committee.db.turn.findMany())).not.toContain(address)
    await visitsOf(committee).plan('3', '2020-06-22T08:00')
    const asFile = await said(coordinator, { kind: 'pressed', intent: { kind: 'calendar.export' } }, { said: 'Tệp' })
    const [file] = asFile.reply.kind === 'message' ? (asFile.reply.files ?? []) : []
    expect(file?.name).toMatch(/\.ics$/)
    expect(inWords((await history(coordinator)).entries).join()).toContain(
      vi.conversation.filesGone([file?.name ?? '']),
    )
    expect(JSON.stringify(await committee.db.turn.findMany())).not.toContain('base64')
  })
})

it('keeps what a page names with characters that no database keeps', async () => {
  await said(member, { kind: 'pressed', intent: { kind: 'plan.show' } }, { said: 'a\u0000b', card: 'c\u0000d' })
  expect((await history(member)).entries).toMatchObject([{ said: 'a\ufffdb' }])
})

describe('words that are still being written', () => {
  const typing = async (who: string, round: string, values: Record<string, string>) => {
    const form = formOf(await committee.press(who, { kind: 'opinion.save.form', round }))
    if (form.typing === undefined) throw new Error('not saved while typing')
    return (await committee.act(who, { kind: 'filled', intent: form.typing, values })).reply
  }

  it('lie in the draft before anything is pressed, and the form goes on from them', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN')
    const next = formOf(await typing(member, round, { position: '', body: 'Điều 5 chưa' }))
    const more = {
      kind: 'filled',
      intent: next.typing,
      values: { position: 'disagree', body: 'Điều 5 chưa rõ' },
    } as const
    const last = formOf((await committee.act(member, more)).reply)
    expect(await committee.db.opinionDraft.findMany()).toMatchObject([
      { position: 'disagree', body: 'Điều 5 chưa rõ', revision: 2 },
    ])
    const card = await committee.fill(member, last, {})
    expect(textOf(await committee.press(member, button(card, vi.buttons.send)))).toContain('Điều 5 chưa rõ')
    // No copy of each pause lies about.
    expect(JSON.stringify(await committee.db.received.findMany())).not.toContain('Điều 5 chưa"')
  })

  it('are a comment of their own only once, from its provision and remark on', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN')
    await committee.fill(member, formOf(await committee.press(member, { kind: 'opinion.save.form', round })), {
      position: 'agree',
      body: '',
    })
    const form = formOf(await committee.press(member, { kind: 'comment.save.form', round }))
    const half = {
      kind: 'filled',
      intent: form.typing,
      values: { provision: 'Điều 5', remark: '', proposal: '' },
    } as const
    expect((await committee.act(member, half)).reply).toEqual({ kind: 'none' })
    const values = { provision: 'Điều 5', remark: 'Chưa rõ', proposal: '' }
    const next = formOf((await committee.act(member, { kind: 'filled', intent: form.typing, values })).reply)
    await committee.fill(member, next, { remark: 'Chưa rõ chủ thể' })
    expect(await committee.db.draftComment.findMany()).toMatchObject([
      { provision: 'Điều 5', remark: 'Chưa rõ chủ thể' },
    ])
  })

  it('never write over what another screen saved, nor into a round that is closed or not one’s own', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN')
    const form = formOf(await committee.press(member, { kind: 'opinion.save.form', round }))
    await committee.fill(member, form, { position: 'agree', body: 'trên điện thoại' })
    const late = { kind: 'filled', intent: form.typing, values: { position: 'disagree', body: 'trên máy' } } as const
    expect((await committee.act(member, late)).reply).toEqual({ kind: 'none' })
    expect(await committee.db.opinionDraft.findMany()).toMatchObject([{ body: 'trên điện thoại' }])
    await answerRound(committee, otherMember, round, { position: 'agree' })
    const closing = formOf(await committee.press(coordinator, { kind: 'round.change.form', round, change: 'close' }))
    await committee.fill(coordinator, closing, { reason: 'xong' })
    expect((await committee.act(member, late)).reply.kind).toBe('invalid')
  })
})
