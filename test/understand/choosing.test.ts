import { expect, test } from 'vitest'
import { understand } from '../../src/understand/understand.ts'
import { speaker } from './blind/judge.ts'

const read = (who: string, text: string) => understand(text, speaker(who))
const offered = (who: string, text: string) => {
  const found = read(who, text)
  return found.kind === 'unknown' ? found.nearest : []
}

test.each([
  ['coordinator', 'chớ thu hồi nghị định'],
  ['coordinator', 'đừng có mà hủy KT-5 đấy'],
  ['coordinator', "whatever you do, don't close the decree for them"],
])('what was denied is not offered where it ends something for others: %s, "%s"', (who, text) => {
  const ends = offered(who, text).filter(
    (intent) =>
      intent.kind === 'visit.cancel.form' ||
      (intent.kind === 'round.change.form' && (intent.change === 'close' || intent.change === 'withdraw')),
  )
  expect(ends).toEqual([])
})

test('what ends something for others stands last among what is offered', () => {
  const kinds = offered('coordinator', 'Đường lên Cao Bằng sạt lở cả rồi, hủy trên đó đi, tính sao').map(
    ({ kind }) => kind,
  )
  expect(kinds).toContain('visit.cancel.form')
  expect(kinds.indexOf('visit.cancel.form')).toBe(kinds.length - 1)
})

test.each([
  ['coordinator', 'Could you give everyone who has not replied on the strategy a nudge?', 'reminder.preview'],
  ['member', "I'm off 1-10 July", 'leave.save.form'],
  ['coordinator', 'I think we can start collecting opinions on DA-KNDL now, ten working days', 'round.propose.form'],
  ['coordinator', 'We shut the strategy too soon. Reopen it till noon on Thursday.', 'round.change.form'],
])('a relative "who", "off", "I think" and what was done before turn nothing round: %s, "%s"', (who, text, kind) => {
  expect(read(who, text)).toMatchObject({ kind: 'intent', intent: { kind } })
})

test.each(["The road's been cut by a landslide, so please cancel", 'they have their party congress that week'])(
  'a statement beside what is wanted says why, to its stop: "%s"',
  (why) => {
    const text = why.includes('so please')
      ? `Visit to Dien Bien is off. ${why}.`
      : `Bac Kan is off, ${why}. Please cancel the visit`
    expect(read('coordinator', text)).toMatchObject({
      kind: 'intent',
      intent: { kind: 'visit.cancel.form', reason: why.replace(', so please cancel', '') },
    })
  },
)

test.each([
  ['Our legal department is asking for the receipt of our answer', 'HT-TVCS'],
  ['list of stand-ins currently in force', 'DS-NTDC'],
])('a word that is said of much names no item: "%s"', (text, item) => {
  expect(JSON.stringify(read('coordinator', text))).not.toContain(item)
})

test('an opinion that is said no more is none', () => {
  const found = read('member', 'Thôi Bộ Y tế không phản đối nghị định nữa')
  expect(found.kind === 'intent' ? found.intent.kind : found.kind).not.toBe('opinion.type')
})

test('a format in which nothing is written is told', () => {
  expect(read('drafter', "Pull out the decree's results as pdf for signing")).toMatchObject({
    intent: { kind: 'record.export', what: 'results' },
    unused: ['pdf'],
  })
})

test('an English "do" beside a name with marks gives no reason', () => {
  expect(read('leader', 'we would rather do Sơn La on 26 June')).toMatchObject({
    intent: { kind: 'move.ask.form', day: '2020-06-26' },
  })
})

test.each([
  ['coordinator', 'thôi thôi khoan đóng đợt chiến lược, sếp đổi ý'],
  ['coordinator', 'thoi khoan dong nghi dinh da'],
  ['member', 'Cảm ơn bạn đã nhắc nghen, chiều mình coi'],
])('"khoan" denies wherever it stands, and who thanks for a reminder asks for none: %s, "%s"', (who, text) => {
  const found = read(who, text)
  expect(found.kind === 'intent' ? found.intent.kind : found.kind).not.toMatch(/\.form$/)
})

test.each([
  ['Xếp tổ 3 đi Sơn La sáng thứ năm 25/6, 8h có mặt nhé', { kind: 'visit.check.form', team: '3' }],
  ['move KT-5 to 7 July', { kind: 'visit.check.form', day: '2020-07-07' }],
])('a "tổ" is a team, and an English "to" is none: %s', (text, intent) => {
  expect(read('coordinator', text)).toMatchObject({ intent })
})

test.each([
  ['move KT-12 to the first Monday of July', '2020-07-06'],
  ['move KT-12 to the last Friday of July', '2020-07-31'],
  ['dời KT-12 sang thứ hai đầu tiên của tháng 7', '2020-07-06'],
])('a weekday is counted within its month: %s', (text, day) => {
  expect(read('coordinator', text)).toMatchObject({ intent: { kind: 'visit.check.form', day } })
})

test('a round that should run longer is extended, and who rang is no word of an opinion', () => {
  expect(read('coordinator', 'The decree round should run till noon on Thursday 2 July, not the 30th.')).toMatchObject({
    intent: { kind: 'round.change.form', change: 'extend', day: '2020-07-02' },
  })
  const record = read(
    'coordinator',
    'Take down that BGTVT is in agreement with the strategy, their chief of office just rang me',
  )
  expect(record).toMatchObject({ intent: { kind: 'record.save.form', position: 'agree' } })
})

test.each([
  ['remind ND-DLCN bộ tài', ['Bộ Tài chính', 'Bộ Tài nguyên và Môi trường']],
  ['nhắc quý II bộ tài', ['Bộ Tài chính', 'Bộ Tài nguyên và Môi trường']],
  ['nhắc ND-DLCN bộ tài chín', ['Bộ Tài chính']],
])('a name that was begun asks whom to remind, and reminds nobody else: "%s"', (text, bodies) => {
  expect(read('coordinator', text)).toMatchObject({
    kind: 'ask',
    options: bodies.map((label) => ({ label, intent: { kind: 'reminder.preview', people: [label] } })),
  })
})

test.each(['nhắc nd-dlcn bộ', 'remind ND-DLCN ministry of', 'nhắc ND-DLCN bộ abc', 'nhắc ND-DLCN ông nam'])(
  'a name that nobody has is kept as one, and does not become everybody: "%s"',
  (text) => {
    expect(read('coordinator', text)).toMatchObject({
      kind: 'intent',
      intent: { kind: 'reminder.preview', item: 'ND-DLCN', people: [expect.stringMatching(/\S/)] },
    })
  },
)

test.each(['nhắc từng bộ ND-DLCN', 'nhắc các bộ ND-DLCN', 'remind each ministry ND-DLCN'])(
  'every ministry is everybody: "%s"',
  (text) => {
    const found = read('coordinator', text)
    expect(found).toMatchObject({ kind: 'intent', intent: { kind: 'reminder.preview', item: 'ND-DLCN' } })
    expect(found.kind === 'intent' && 'people' in found.intent).toBe(false)
  },
)
