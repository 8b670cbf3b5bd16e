import { describe, expect, it } from 'vitest'
import { vi } from '../../src/texts/vi.ts'
import { button, buttonsOf, coordinator, member, messageOf, openRoundOn, textOf } from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'
import { storeDraftOn } from '../support/drafts.ts'
import { sendingDrafts } from '../support/sent-drafts.ts'

const committee = committeeEachTest()
const t = vi.documents
const sending = sendingDrafts(() => committee)
const said = async (who: string, words: string) => await committee.type(who, words)
const labels = async (who: string, words: string) =>
  buttonsOf(messageOf(await said(who, words))).map(({ label }) => label)

describe('a draft asked for by typing', () => {
  it('shows its card, and the provisions that typed words may mean each in a row with its button, the likeliest first', async () => {
    await storeDraftOn(committee, 'ND-DLCN')
    await openRoundOn(committee, 'ND-DLCN')
    expect(textOf(await said(member, 'xem dự thảo ND-DLCN'))).toContain('Điều 2. Giải thích từ ngữ')
    const cited = await labels(member, 'Điều 2 ND-DLCN')
    expect(cited.slice(0, 3)).toEqual([
      `${t.see}: Điều 2. Giải thích từ ngữ`,
      `${t.see}: Điều 2 khoản 1. Dữ liệu số là dữ liệu ở dạng số.`,
      `${t.see}: Điều 2 khoản 2. Chia sẻ dữ liệu là việc cung cấp dữ liệu.`,
    ])
    expect(cited.at(-1)).toBe(t.toOutline)
    const found = await said(member, 'tim cung cap du lieu trong du thao ND-DLCN')
    expect(textOf(found)).toContain(t.foundFor('cung cap du lieu'))
    const read = await committee.press(
      member,
      button(found, `${t.see}: Điều 2 khoản 2. Chia sẻ dữ liệu là việc cung cấp dữ liệu.`),
    )
    expect(textOf(read)).toContain('Chia sẻ dữ liệu là việc cung cấp dữ liệu.')
    expect(await labels(member, 'find share in draft ND-DLCN')).toContain(t.toOutline)
    expect(textOf(await said(member, 'tìm zzz trong dự thảo ND-DLCN'))).toContain(t.nothingFound('zzz'))
  })

  it('names the eight best matches and says so where there are more', async () => {
    const found = async (articles: number) => {
      const lines = Array.from({ length: articles }, (_, at) => `Điều ${at + 1}. Kết nối dữ liệu lần ${at + 1}`)
      await sending.keep(coordinator, 'ND-DLCN', lines.join('\n'))
      return await said(coordinator, 'tìm kết nối trong dự thảo ND-DLCN')
    }
    const named = (reply: Awaited<ReturnType<typeof found>>) =>
      buttonsOf(messageOf(reply)).filter(({ label }) => label.startsWith(`${t.see}: Điều`))
    const eight = await found(8)
    expect(named(eight)).toHaveLength(8)
    expect(textOf(eight)).not.toContain(t.foundMore(8))
    await committee.db.document.deleteMany()
    const nine = await found(9)
    expect(named(nine)).toHaveLength(8)
    expect(textOf(nine)).toContain(t.foundMore(8))
  })

  it('is that of the open round, else the newest, and there may be none', async () => {
    expect(textOf(await said(coordinator, 'xem dự thảo ND-DLCN'))).toContain(
      vi.refusals['no-draft-of']({ item: 'ND-DLCN' }),
    )
    const first = await storeDraftOn(committee, 'ND-DLCN')
    await openRoundOn(committee, 'ND-DLCN')
    await storeDraftOn(committee, 'ND-DLCN', 2)
    expect(textOf(await said(coordinator, 'xem dự thảo ND-DLCN'))).toContain(t.heading('ND-DLCN', 1))
    await committee.db.round.updateMany({ where: { documentId: first }, data: { state: 'closed', liveKey: null } })
    expect(textOf(await said(coordinator, 'xem dự thảo ND-DLCN'))).toContain(t.heading('ND-DLCN', 2))
  })

  it('is refused to whoever may not read it, and in a channel goes on in private', async () => {
    await storeDraftOn(committee, 'ND-DLCN')
    const refused = vi.refusals['not-allowed']({})
    for (const words of ['xem dự thảo ND-DLCN', 'Điều 2 ND-DLCN', 'tìm dữ liệu trong dự thảo ND-DLCN'])
      expect(textOf(await said(member, words)), words).toContain(refused)
    const shared = await committee.act(coordinator, { kind: 'typed', text: 'Điều 2 ND-DLCN' }, { audience: 'shared' })
    expect(JSON.stringify(shared.reply)).not.toContain('Dữ liệu số')
  })
})
