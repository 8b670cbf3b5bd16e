import type { SentFile } from '../../src/contract/inbound.ts'
import { vi } from '../../src/texts/vi.ts'
import { button, type Committee } from './committee.ts'

/** A small decree in which Điều 3 is missing. */
export const decree = `CHÍNH PHỦ
Số: 12/2020/NĐ-CP
Hà Nội, ngày 15 tháng 6 năm 2020
NGHỊ ĐỊNH
Quy định về chia sẻ dữ liệu
Chương I
NHỮNG QUY ĐỊNH CHUNG
Điều 1. Phạm vi điều chỉnh
Nghị định này quy định việc chia sẻ dữ liệu.
Điều 2. Giải thích từ ngữ
1. Dữ liệu số là dữ liệu ở dạng số.
2. Chia sẻ dữ liệu là việc cung cấp dữ liệu.
Điều 4. Hiệu lực
Nghị định này có hiệu lực từ ngày ký.`

export const textFile = (name: string, words: string): SentFile => ({ name, bytes: Buffer.from(words) })

/** Files that somebody sends, in the committee of the moment. */
export function sendingDrafts(committee: () => Committee) {
  const send = async (who: string, files: SentFile[], words = '') =>
    (await committee().act(who, { kind: 'typed', text: words }, { files })).reply
  return {
    send,
    /** Sends a draft with the item's code beside it and keeps it; gives the answer. */
    keep: async (who: string, item: string, words: string) => {
      const asked = await send(who, [textFile('nd.txt', words)], item)
      const preview = await committee().press(who, button(asked, vi.documents.asDraftOf(item)))
      return await committee().press(who, button(preview, vi.documents.keep))
    },
  }
}
