import type { Message } from '../../src/contract/message.ts'

const round = '6f2d9f04-4a4e-4d5c-9c2e-3f6c7f0c9a11'

/** A card much like the one that answers [Gửi], for measuring the adapter without the core. */
export const card: Message = {
  text: 'Góp ý của đồng chí đã được ghi nhận: Nghị định quy định về bảo vệ dữ liệu cá nhân',
  title: 'Nghị định: Nghị định quy định về bảo vệ dữ liệu cá nhân',
  blocks: [
    { kind: 'text', text: 'Đồng chí đã góp ý: nhất trí, có ý kiến bổ sung.', tone: 'strong' },
    {
      kind: 'facts',
      facts: [
        { label: 'Mã biên nhận', value: 'ND-DLCN-7K3F-9QXT' },
        { label: 'Ý kiến', value: 'Nhất trí, có ý kiến bổ sung' },
        { label: 'Dự thảo lần', value: '2' },
        { label: 'Thời điểm', value: '09:00, thứ Ba, ngày 16/06/2020' },
      ],
    },
    { kind: 'quote', by: 'Ý kiến chung', text: 'Đề nghị làm rõ phạm vi điều chỉnh. '.repeat(8) },
    { kind: 'text', text: 'Đồng chí có thể sửa đến 17:00, thứ Ba, ngày 30/06/2020.', tone: 'subtle' },
    {
      kind: 'buttons',
      buttons: [
        { label: 'Sửa', intent: { kind: 'opinion.save.form', round } },
        { label: 'Đọc toàn văn', intent: { kind: 'version.read', round } },
      ],
    },
  ],
}
