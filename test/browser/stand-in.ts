import type { Form } from '../../src/contract/form.ts'
import type { Inbound } from '../../src/contract/inbound.ts'
import type { Message } from '../../src/contract/message.ts'
import type { Reply } from '../../src/contract/reply.ts'

/** A core that shows every kind of block and field there is, so that the page can be looked at without a database. */
export const round = '0b0e7f0a-6f0e-4d5c-9f43-0d9a5e3b7c11'
const title = 'Dự thảo Nghị định về bảo vệ dữ liệu cá nhân'
export const sly = '<img src=x onerror="document.title=\'pwned\'"> <!channel> **đậm**'

export const request: Message = {
  text: `Kính gửi Đồng chí đại diện Bộ Công an. Đề nghị cho ý kiến về nghị định “${title}” (bản 1).`,
  title: 'Đề nghị cho ý kiến',
  blocks: [
    {
      kind: 'text',
      text: `Kính gửi Đồng chí đại diện Bộ Công an. Bộ Công an đề nghị cho ý kiến về nghị định “${title}” (bản 1).`,
    },
    {
      kind: 'facts',
      facts: [
        { label: 'Hạn', value: '17:00, Thứ Ba 30/06/2020 (giờ Việt Nam)' },
        { label: 'Cơ quan soạn thảo', value: 'Bộ Công an' },
        { label: 'Ý kiến gửi sau hạn', value: 'Được tiếp nhận, ghi “gửi muộn”' },
      ],
    },
    {
      kind: 'buttons',
      buttons: [
        { label: 'Cho ý kiến', style: 'primary', intent: { kind: 'opinion.save.form', round } },
        { label: 'Xem tài liệu', url: 'https://example.org/du-thao.pdf' },
      ],
    },
  ],
}

export const receipt: Message = {
  text: `Đã ghi nhận ý kiến về “${title}”`,
  title: 'Đã ghi nhận ý kiến',
  blocks: [
    { kind: 'text', text: 'Hệ thống đã ghi nhận ý kiến “Đồng ý” lúc 14:05, 16/06/2020. Có thể sửa đến hạn.' },
    { kind: 'facts', facts: [{ label: 'Mã biên nhận', value: 'YK-7F3A-92' }] },
    { kind: 'buttons', buttons: [{ label: 'Sửa', intent: { kind: 'opinion.save.form', round } }] },
  ],
}

const home: Message = {
  text: 'Có 1 việc đang chờ',
  title: 'Kính chào Đồng chí đại diện Bộ Công an',
  blocks: [
    { kind: 'text', text: 'Vai trò: thành viên Ủy ban', tone: 'subtle' },
    { kind: 'text', text: 'Đang chờ ý kiến của đồng chí', tone: 'strong' },
    { kind: 'text', text: `Nghị định: ${title}: hạn 17:00, Thứ Ba 30/06/2020` },
    {
      kind: 'buttons',
      buttons: [{ label: 'Cho ý kiến', style: 'primary', intent: { kind: 'opinion.show', round } }],
    },
    { kind: 'divider' },
    {
      kind: 'buttons',
      buttons: [
        { label: 'Kế hoạch', intent: { kind: 'plan.show' } },
        { label: 'Tình hình', intent: { kind: 'status.show' } },
        { label: 'Trợ giúp', intent: { kind: 'help.show' } },
        { label: 'English', intent: { kind: 'language.set', locale: 'en' } },
      ],
    },
  ],
}

const members = ['Bộ Công an', 'Bộ Tài chính', 'Bộ Kế hoạch và Đầu tư', 'Bộ Nông nghiệp và Phát triển nông thôn']
const board: Message = {
  text: `Tình hình “${title}”: 12/19 đã trả lời`,
  title: `Tình hình: ${title}`,
  blocks: [
    { kind: 'progress', label: 'Đã trả lời 12/19, còn thiếu 7', done: 12, total: 19 },
    { kind: 'text', text: 'Còn 7 ngày đến hạn.', tone: 'warning' },
    {
      kind: 'table',
      columns: ['Thành viên', 'Tình trạng', 'Lập trường', 'Số góp ý', 'Lúc'],
      rows: members.map((name, at) => [
        name,
        at === 1 ? 'Chưa gửi' : 'Đã gửi',
        at === 1 ? '' : 'Đồng ý và có ý kiến bổ sung',
        String(at * 3),
        at === 1 ? '' : '14:05, 16/06/2020',
      ]),
    },
    { kind: 'list', items: ['Đồng ý: 8', 'Đồng ý và có ý kiến bổ sung: 3', 'Không đồng ý: 1'] },
    { kind: 'quote', text: `Đề nghị làm rõ khoản 2 Điều 5.\n${sly}`, by: 'Bộ Tài chính' },
    { kind: 'divider' },
    {
      kind: 'buttons',
      buttons: [
        { label: 'Gia hạn', intent: { kind: 'round.change.form', round, change: 'extend' } },
        { label: 'Thu hồi', style: 'danger', intent: { kind: 'round.change.form', round, change: 'withdraw' } },
        { label: 'Đọc thử', url: 'javascript:alert(1)' },
      ],
    },
  ],
}

const form: Form = {
  title: `Ý kiến về “${title}”`,
  submit: 'Lưu bản nháp',
  intent: { kind: 'opinion.save', round, revision: 1 },
  opens: { kind: 'opinion.save.form', round },
  intro: [{ kind: 'text', text: 'Ý kiến chỉ được gửi sau khi xem lại.', tone: 'subtle' }],
  fields: [
    {
      kind: 'choice',
      name: 'position',
      label: 'Lập trường',
      required: true,
      options: [
        { value: 'agree', label: 'Đồng ý' },
        { value: 'agree-with-comments', label: 'Đồng ý và có ý kiến bổ sung' },
        { value: 'disagree', label: 'Không đồng ý' },
      ],
    },
    {
      kind: 'text',
      name: 'body',
      label: 'Ý kiến chung',
      hint: 'Cần có khi không chọn “Đồng ý”.',
      multiline: true,
      required: true,
      maxLength: 20_000,
    },
    { kind: 'text', name: 'source', label: 'Số công văn', maxLength: 40 },
    {
      kind: 'choice',
      name: 'province',
      label: 'Địa phương',
      options: Array.from({ length: 12 }, (_, at) => ({ value: `p${at}`, label: `Tỉnh ${at + 1}` })),
    },
    {
      kind: 'choices',
      name: 'also',
      label: 'Gửi kèm cho',
      options: [
        { value: 'btc', label: 'Bộ Tài chính' },
        { value: 'bnv', label: 'Bộ Nội vụ' },
      ],
      value: ['btc'],
    },
    { kind: 'date', name: 'day', label: 'Ngày', value: '2020-06-30' },
    { kind: 'time', name: 'time', label: 'Giờ', value: '17:00' },
  ],
}

const said = (text: string): Reply => ({ kind: 'message', message: { text } })

export function answer({ input }: Inbound): Reply {
  if (input.kind === 'typed')
    return input.text === 'bảng' ? { kind: 'message', message: board } : said(`Đã nghe: ${input.text}`)
  if (input.kind === 'filled') {
    if (input.values.body === 'sai') {
      return {
        kind: 'invalid',
        message: 'Chưa lưu được.',
        fields: { body: 'Ý kiến chung chưa rõ.', elsewhere: 'Chưa chọn đợt.' },
      }
    }
    return { kind: 'message', message: receipt, replaces: true }
  }
  if (input.kind !== 'pressed') return { kind: 'none' }
  switch (kindOf(input.intent)) {
    case 'home.show':
      return { kind: 'message', message: home }
    case 'opinion.save.form':
      return { kind: 'form', form }
    case 'status.show':
      return { kind: 'message', message: board }
    case 'round.change.form':
      return { kind: 'message', message: { text: 'Đã thu hồi.' }, replaces: true }
    case 'language.set':
      return { kind: 'message', message: { text: 'The language is English now.' } }
    default:
      return said(`Đã chọn: ${kindOf(input.intent)}`)
  }
}

function kindOf(intent: unknown): string {
  return typeof intent === 'object' && intent !== null && 'kind' in intent ? String(intent.kind) : ''
}
