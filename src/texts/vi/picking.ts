/** What people read in Vietnamese, the source, where people, bodies, teams and units are picked. Names come in as they are shown. */
export const pickingTexts = {
  hint: 'Gõ tên người, tên cơ quan (cả tên viết tắt như BTC) hoặc mã; không cần dấu.',
  hintTeam: 'Gõ số hoặc tên đoàn; không cần dấu.',
  hintUnit: 'Gõ tên hoặc tên viết tắt; không cần dấu.',
  hintSeveral:
    'Gõ tên người, tên cơ quan (cả tên viết tắt như BTC) hoặc mã rồi chọn, lần lượt từng người; không cần dấu.',
  typed: 'Hoặc gõ tên, tên viết tắt hoặc mã',
  typedSeveral: 'Hoặc gõ danh sách, mỗi dòng một người hoặc một cơ quan',
  more: (shown: number, more: number) =>
    `Đang hiện ${shown} trong ${shown + more} mục phù hợp. Gõ thêm để thấy các mục còn lại.`,
  none: (...typed: readonly string[]) => `Không có mục nào khớp với ${typed.map((one) => `“${one}”`).join('; ')}.`,
  empty: 'Danh sách này chưa có mục nào.',
  near: (typed: string) => `Không có mục nào đúng là “${typed}”; dưới đây là các mục gần giống.`,
  left: (who: string, day: string | undefined) =>
    day === undefined
      ? `${who} đã thôi nhiệm vụ nên không chọn được.`
      : `${who} đã thôi nhiệm vụ sau ${day} nên không chọn được.`,
  later: 'Chưa tìm được vì hệ thống đang chậm. Xin gõ lại sau ít phút.',
  which: (typed: string) => `“${typed}” là:`,
  several: (typed: string, count: number) => `Có ${count} mục cùng tên “${typed}”. Xin chọn đúng mục.`,
  nearly: (typed: string) => `Không có mục nào đúng là “${typed}”. Nếu là mục gần giống nêu kèm, xin chọn rồi gửi lại.`,
  tooNear: (typed: string, count: number) => `“${typed}” gần giống ${count} mục. Xin ghi đầy đủ hơn.`,
  onlyOne: 'Ô này chỉ nhận một mục.',
}
