import type { Form } from '../../../src/contract/form.ts'
import type { Block, Message } from '../../../src/contract/message.ts'
import type { Reply } from '../../../src/contract/reply.ts'

const round = '7f9c24e8-3b1e-4f0a-9d2a-0c6d3b8f1a11'

/** Words that would like to be more than words: each platform's mark-up, mentions, macros and links. */
export const sly =
  '<!channel> <@U1|x> <https://a.vn|đây> <at>Mọi người</at> *đậm* **đậm** _n_ ~g~ `m` :smile: &amp; &lt;b&gt; <b>x</b> ' +
  '[đi](javascript:alert(1)) {{DATE(2020-06-16T00:00:00Z)}} @here #chung'

export const said = (text: string, replaces?: true): Reply => ({
  kind: 'message',
  message: { text },
  ...(replaces === undefined ? {} : { replaces }),
})

/** Every kind of block, each with slyness in it, and every word in the order of reading. */
export const everyBlock: Message = {
  text: 'Tình hình góp ý: 12/19.',
  title: 'Bảng tổng hợp ý kiến, lần 2',
  blocks: [
    { kind: 'text', text: `Kính gửi Đồng chí.\nDòng hai: ${sly}` },
    { kind: 'text', text: 'Phải đọc', tone: 'strong' },
    { kind: 'text', text: `Chữ nhỏ ${sly}`, tone: 'subtle' },
    { kind: 'text', text: 'Cảnh báo', tone: 'warning' },
    {
      kind: 'facts',
      facts: [
        { label: 'Hạn', value: '17:00, Thứ Ba 30/06/2020' },
        { label: `Nhãn ${sly}`, value: `Giá trị ${sly}` },
      ],
    },
    { kind: 'list', items: ['Mục một', `Mục hai ${sly}`, '1. Mục ba'] },
    {
      kind: 'table',
      columns: ['Thành viên', 'Ý kiến', '*Bản*'],
      rows: [
        ['Bộ Công an', 'Đồng ý', '1'],
        ['<@U2>', '<at>x</at>', '_2_'],
      ],
    },
    { kind: 'progress', label: 'Đã gửi 12/19; còn 7', done: 12, total: 19 },
    { kind: 'quote', text: `Điều 5:\n- khoản 2 ${sly}`, by: 'Bộ Tài chính' },
    { kind: 'divider' },
    { kind: 'reader', document: round, label: `Đọc toàn văn ${sly}` },
    { kind: 'text', text: 'Hết.' },
  ],
}

export const wordsOf = (block: Block): readonly string[] => {
  switch (block.kind) {
    case 'text':
      return [block.text]
    case 'facts':
      return block.facts.flatMap((fact) => [fact.label, fact.value])
    case 'list':
      return block.items.map((item) => (typeof item === 'string' ? item : item.text))
    case 'table':
      return [...block.columns, ...block.rows.flat()]
    case 'progress':
      return [block.label]
    case 'quote':
      return [block.by ?? '', block.text]
    case 'buttons':
      return block.buttons.map((button) => button.label)
    case 'choice':
      return [block.label]
    case 'divider':
    // What shows no document whole leaves it out.
    case 'reader':
      return []
    default:
      return block satisfies never
  }
}

/** Every kind of field, empty and filled in. */
export const everyField: Form = {
  title: 'Ý kiến góp ý',
  submit: 'Lưu bản nháp',
  intent: { kind: 'opinion.save', round, revision: 3 },
  opens: { kind: 'opinion.save.form', round },
  intro: everyBlock.blocks ?? [],
  fields: [
    { kind: 'text', name: 'body', label: 'Nội dung', hint: `Gợi ý ${sly}`, multiline: true, value: `Lời cũ\n${sly}` },
    { kind: 'text', name: 'source', label: `Số công văn ${sly}`, hint: 'Nếu có' },
    {
      kind: 'choice',
      name: 'position',
      label: 'Lập trường',
      hint: 'Chọn một',
      options: [
        { value: 'agree', label: 'Đồng ý' },
        { value: 'other', label: `Khác *x* <@U3>` },
      ],
      value: 'other',
    },
    {
      kind: 'choices',
      name: 'people',
      label: 'Gửi kèm cho',
      hint: 'Chọn nhiều',
      options: [
        { value: 'a,1', label: 'Bộ Tài chính' },
        { value: 'b%2', label: 'Bộ Nội vụ' },
        { value: 'c', label: 'Bộ Y tế' },
      ],
      value: ['a,1', 'b%2'],
    },
    { kind: 'date', name: 'day', label: 'Ngày', hint: 'Ngày làm việc', value: '2020-06-30' },
    { kind: 'time', name: 'time', label: 'Giờ', hint: 'Giờ Việt Nam', value: '17:00' },
  ],
}

/** The same questions without an answer. */
export const emptyForm: Form = {
  ...everyField,
  fields: everyField.fields.map(({ value: _, ...field }) => field),
}
