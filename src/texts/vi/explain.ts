/** Why a day, a deadline or a nudge falls where it does, in Vietnamese, the source. Days come in as they are shown. */
export const explainTexts = {
  why: 'Vì sao hạn này?',
  dayTitle: (day: string) => `Vì sao ${day}?`,
  deadlineTitle: 'Vì sao hạn này?',

  weekday: (day: string) => `${day}: ngày làm việc.`,
  weekend: (day: string) => `${day}: ngày nghỉ cuối tuần.`,
  holiday: (day: string, name: string, source: string) => `${day}: ngày nghỉ, ${name}. Căn cứ: ${source}.`,
  swapOff: (day: string, name: string, source: string) => `${day}: ngày nghỉ do hoán đổi. ${name}. Căn cứ: ${source}.`,
  makeUpWork: (day: string, name: string, source: string) =>
    `${day}: ngày làm việc do hoán đổi. ${name}. Căn cứ: ${source}.`,
  provisional: 'Ngày tạm tính: chưa thấy quyết định chính thức, còn có thể thay đổi.',
  provisionalAmong: 'Có ngày tạm tính trong số đó: chưa thấy quyết định chính thức, còn có thể thay đổi.',
  notCovered: (from: string, to: string) =>
    `Lịch làm việc chỉ có từ ${from} đến ${to}. Ngoài khoảng đó, Hệ thống chỉ biết thứ Bảy và Chủ nhật.`,
  more: (n: number) => `Còn ${n} hạn hoặc lần nhắc khác vào ngày này; hỏi “vì sao” kèm mã nội dung để xem.`,
  moreItems: (n: number) => `và ${n} nội dung khác`,
  nothing: 'Không có hạn hay lần nhắc nào vào ngày này.',
  notOfItem: (day: string) => `Ngày ${day} không phải là hạn hay ngày nhắc của nội dung này.`,
  noQuarter: 'Văn bản nguồn không nêu quý của nội dung này, nên không có hạn mặc định.',

  quarterRule: (quarter: string) =>
    `Hạn mặc định của ${quarter} (suy ra): 17:00 ngày làm việc cuối quý. Văn bản nguồn không nêu ngày.`,
  quarterEnds: (day: string) => `Quý kết thúc: ${day}.`,
  rolledBack: (day: string) => `Vì vậy tính vào ngày làm việc liền trước: ${day}.`,
  rolledForward: (day: string) => `Vì vậy chuyển sang ngày làm việc liền sau: ${day}.`,
  items: (titles: string) => `Nội dung trong quý: ${titles}.`,

  deadline: (title: string, number: number, deadline: string) => `“${title}”, đợt ${number}: hạn ${deadline}.`,
  isDefault: (quarter: string) => `Đây là hạn mặc định của ${quarter}.`,
  set: 'Hạn này do điều phối viên ấn định.',
  setAtOpening: (at: string) => `Hạn này do điều phối viên ấn định khi mở đợt, lúc ${at}.`,
  changed: (at: string) => `Hạn này do điều phối viên ấn định khi gia hạn hoặc mở lại đợt, lúc ${at}.`,
  wasBefore: (deadline: string) => `Trước đó hạn là ${deadline}.`,
  stands: (deadline: string) => `hạn đang áp dụng: ${deadline}`,
  reason: (reason: string) => `Lý do: ${reason}`,
  keptAsTold:
    'Lịch làm việc đã thay đổi sau khi mở đợt. Hạn của đợt giữ nguyên như đã báo; điều phối viên có thể gia hạn.',

  nudges: 'Các ngày nhắc người chưa trả lời:',
  nudge: (title: string, number: number, deadline: string) =>
    `Nhắc người chưa trả lời về “${title}”, đợt ${number}, hạn ${deadline}.`,
  answers: (title: string, number: number, deadline: string) =>
    `“${title}”, đợt ${number}: hạn tiếp thu, giải trình góp ý ${deadline}.`,
  answersSet: (at: string) => `Hạn này do điều phối viên ấn định lúc ${at}.`,
  answersNudges: 'Các ngày nhắc cơ quan soạn thảo, khi còn góp ý chưa trả lời xong:',
  before: (days: number) => `${days} ngày trước hạn`,
  onTheDay: 'Đúng ngày hạn',
  after: (days: number) => `${days} ngày làm việc sau hạn`,
  beforeHour: (day: string) => `Giờ nhắc không còn trước hạn nên tính vào ngày làm việc liền trước: ${day}.`,
}
