/** What people read of calendar files and addresses in Vietnamese, the source. Moments come in as they are shown. */
export const calendarLinkTexts = {
  title: 'Liên kết lịch',
  intro:
    'Liên kết lịch là địa chỉ để phần mềm lịch tự cập nhật. Người có địa chỉ xem được như chủ liên kết, vì vậy xin không chuyển cho người khác. Khi thu hồi, địa chỉ hết hiệu lực ngay.',
  none: 'Chưa có liên kết lịch nào.',
  mine: 'Lịch công tác của tôi',
  team: (team: string) => `Lịch ${team}`,
  more: (n: number) => `Còn ${n} liên kết khác chưa hiện ở đây.`,
  makeMine: 'Tạo liên kết lịch của tôi',
  makeTeam: (team: string) => `Tạo liên kết: ${team}`,
  revoke: 'Thu hồi',
  line: (row: string, at: string) => `${row}; tạo lúc ${at}`,
  made: (what: string) =>
    `Đã tạo liên kết “${what}”. Địa chỉ chỉ hiện một lần này; liên kết cũ cùng loại đã hết hiệu lực.`,
  again: 'Liên kết lịch đã được tạo và đã hiện một lần. Nếu chưa lưu địa chỉ, xin tạo liên kết mới.',
  address: 'Địa chỉ',
  webcal: 'Địa chỉ mở thẳng phần mềm lịch',
  howOutlook:
    'Outlook: Thêm lịch > Đăng ký từ web. Google Calendar (trên máy tính): Lịch khác > Từ URL. Dán địa chỉ vào đó.',
  howApple:
    'Apple: Lịch > Tệp > Đăng ký lịch mới; trên iPhone: Cài đặt > Lịch > Tài khoản > Thêm tài khoản > Khác > Thêm lịch được đăng ký.',
  open: 'Mở lịch',
  revoked: (what: string) => `Đã thu hồi liên kết “${what}”. Địa chỉ đó không còn hiệu lực.`,
  revokedAlready: (what: string) => `Liên kết “${what}” đã hết hiệu lực từ trước.`,
  off: (summary: string) => `Đã hủy: ${summary}`,
  gone: (summary: string) => `Đã bỏ khỏi lịch: ${summary}`,
  note: (note: string) => `Ghi chú: ${note}`,
  file: (n: number) => `Tệp lịch gồm ${n} chuyến. Mở tệp bằng phần mềm lịch để thêm vào; tệp không tự cập nhật.`,
  fileButton: 'Tải lịch .ics',
  fileUntil: (moment: string) => `Liên kết tải có hiệu lực đến ${moment}.`,
  fileAlt: (n: number) => `iCalendar, ${n} chuyến`,
  fileCut: (n: number, total: number) => `Tệp chỉ gồm ${n} trong ${total} chuyến. Xin chọn khoảng thời gian ngắn hơn.`,
  fileEmpty: 'Không có chuyến nào đã có ngày, nên chưa có tệp lịch.',
  fileNotHere:
    'Tệp lịch không gửi được vào hội thoại này và chưa có liên kết tải: Hệ thống chưa được khai báo địa chỉ truy cập. Xin yêu cầu tệp lịch trên trang web hoặc trong Slack, hoặc đề nghị người quản trị hệ thống đặt PUBLIC_URL rồi yêu cầu lại.',
  fileTooLarge: (n: number) =>
    `Chưa gửi được tệp lịch gồm ${n} chuyến: tệp quá lớn để gửi kèm, và chưa có liên kết tải vì Hệ thống chưa được khai báo địa chỉ truy cập. Xin chọn khoảng thời gian ngắn hơn, hoặc đề nghị người quản trị hệ thống đặt PUBLIC_URL rồi yêu cầu lại.`,
  fileAgain: 'Liên kết tải đã hiện một lần. Nếu cần, xin yêu cầu lại tệp lịch.',
}
