import { vi } from '../../src/texts/vi.ts'
import {
  button,
  buttonsOf,
  type Committee,
  coordinator,
  drafter,
  formOf,
  member,
  messageOf,
  openRoundOn,
  otherMember,
} from './committee.ts'
import { storeDraftOn } from './drafts.ts'

const t = vi.answers
/** The third body of the round that is played. */
const third = 'sample-tv-bxd'

/** How far the answering has come, where nobody finds an answer not enough. */
export const counted = (remarks: number, open: number, drafts: number, objected = 0) =>
  t.counted(remarks, open, drafts, objected)

/** A round with remarks, and what the drafting agency does with them, in the committee of the moment. */
export function answering(committee: () => Committee) {
  /** Somebody sends an opinion with remarks on provisions; a further one adds to the earlier. */
  async function remark(
    who: string,
    round: string,
    remarks: Readonly<Record<string, string>>,
    body = '',
  ): Promise<void> {
    const edit = formOf(await committee().press(who, { kind: 'opinion.save.form', round }))
    await committee().fill(who, edit, { position: 'other', body })
    for (const [provision, words] of Object.entries(remarks)) {
      const form = formOf(await committee().press(who, { kind: 'comment.save.form', round }))
      await committee().fill(who, form, { provision, remark: words })
    }
    await committee().press(who, button(await committee().press(who, { kind: 'opinion.show', round }), vi.buttons.send))
  }

  const change = async (round: string, what: 'close' | 'reopen') =>
    await committee().fill(
      coordinator,
      formOf(await committee().press(coordinator, { kind: 'round.change.form', round, change: what })),
      { reason: 'đã đủ', ...(what === 'reopen' ? { day: '2020-06-29', time: '17:00' } : {}) },
    )

  /** Three bodies on Điều 1 and Điều 2, four remarks in all; the round is closed. */
  async function play(): Promise<string> {
    await storeDraftOn(committee(), 'ND-DLCN')
    const round = await openRoundOn(committee(), 'ND-DLCN', {
      asked: 'named',
      names: 'sample-tv-byt\nsample-tv-btc\nsample-tv-bxd',
    })
    await remark(member, round, { 'Điều 2 khoản 1': 'Làm rõ dữ liệu số.', 'Điều 1': 'Thu hẹp phạm vi.' })
    await remark(otherMember, round, { 'Điều 2': 'Chưa rõ thế nào là dữ liệu số.' })
    await remark(third, round, { 'Điều 2 khoản 2': 'Sửa chính tả.' })
    return round
  }

  async function playClosed(): Promise<string> {
    const round = await play()
    await change(round, 'close')
    return round
  }

  const list = (round: string, who = drafter) => committee().press(who, { kind: 'answer.list', round })

  /** The way to the remark that stands at this place of the record. */
  const showing = async (round: string, number: number) => {
    const intent = buttonsOf(messageOf(await list(round))).find((one) => one.label.endsWith(`: ${t.row(number)}`))
    if (intent === undefined || !('intent' in intent) || intent.intent.kind !== 'answer.show') throw new Error('no row')
    return intent.intent
  }
  const show = async (round: string, number: number) => await committee().press(drafter, await showing(round, number))
  const press = async (round: string, number: number, outcome: 'accept' | 'note' = 'accept') =>
    await committee().press(drafter, button(await show(round, number), t.outcomes[outcome]))
  const write = async (round: string, number: number, outcome: 'partly' | 'explain', words: string) =>
    await committee().fill(
      drafter,
      formOf(await committee().press(drafter, button(await show(round, number), t.outcomes[outcome]))),
      { words },
    )
  const settleAll = async (round: string, n: number) =>
    await committee().press(
      drafter,
      button(await committee().press(drafter, { kind: 'answer.check', round }), t.settle(n)),
    )
  const answers = () => committee().db.remarkAnswer.findMany({ orderBy: { at: 'asc' } })

  return { remark, change, play, playClosed, list, showing, show, press, write, settleAll, answers }
}
