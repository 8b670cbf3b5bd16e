/** What people read of leave in Vietnamese, the source. Days come in as they are shown. */
export const leaveTexts = {
  button: 'Nghỉ phép',
  enter: 'Nhập ngày nghỉ',
  end: 'Kết thúc',
  row: (who: string, from: string) => `${who}, từ ${from}`,
  rowMine: (from: string) => `từ ${from}`,
  formTitle: 'Nhập ngày nghỉ',
  formSubmit: 'Lưu',
  intro:
    'Trong những ngày nghỉ, Hệ thống tạm hoãn lời nhắc. Lần nhắc cuối trước hạn vẫn được gửi, cả cho người được ủy quyền nếu có.',
  person: 'Người nghỉ',
  from: 'Từ ngày',
  to: 'Đến hết ngày',
  note: 'Ghi chú',
  noteHint: 'Có thể bỏ trống. Điều phối viên đọc được.',
  backwards: 'Ngày cuối không thể trước ngày đầu.',
  past: 'Thời gian nghỉ này đã qua.',
  tooLong: 'Thời gian nghỉ tối đa là một năm.',
  overlaps: (from: string, to: string) => `Trùng với thời gian nghỉ đã nhập, từ ${from} đến hết ${to}.`,
  saved: (from: string, to: string) => `Đã ghi nhận thời gian nghỉ từ ${from} đến hết ${to}.`,
  savedFor: (who: string, from: string, to: string) =>
    `Đã ghi nhận thời gian nghỉ của ${who} từ ${from} đến hết ${to}. Hệ thống đang báo cho người đó.`,
  listTitle: 'Lịch nghỉ',
  days: 'Thời gian',
  span: (from: string, to: string) => `từ ${from} đến hết ${to}`,
  none: 'Không có ai đang hoặc sắp nghỉ.',
  ended: 'Đã kết thúc thời gian nghỉ. Hệ thống nhắc trở lại như thường lệ.',
  endedAlready: 'Thời gian nghỉ này đã kết thúc từ trước.',
  entered: (who: string, from: string, to: string) =>
    `${who} đã nhập thời gian nghỉ cho tài khoản này, từ ${from} đến hết ${to}. Trong những ngày đó, Hệ thống tạm hoãn lời nhắc.`,
  endedFor: (from: string, to: string) =>
    `Thời gian nghỉ từ ${from} đến hết ${to} đã được Tổ công tác kết thúc. Hệ thống nhắc trở lại như thường lệ.`,
}
