import { formatDay, formatDayWithWeekday } from '../dates.ts'

const count = (n: number) => `${n} người`

/** What people read of single visits in Vietnamese, the source. Days come as `YYYY-MM-DD`. */
export const visitsTexts = {
  noDay: 'chưa có ngày',
  which: (unit: string) => `${unit} có nhiều chuyến kiểm tra. Xin chọn một:`,
  notNamed: (n: number) => `Còn ${n} chuyến khác: xin gõ mã chuyến, chẳng hạn “KT-12”.`,
  title: (code: string, unit: string) => `${code}: ${unit}`,
  unit: 'Đơn vị',
  team: 'Đoàn',
  day: 'Ngày',
  time: 'Giờ',
  until: 'Đến',
  place: 'Địa điểm',
  note: 'Ghi chú',
  leader: 'Trưởng đoàn',
  state: 'Trạng thái',
  report: 'Báo cáo',
  notStated: 'chưa nêu',
  show: 'Xem chuyến',
  confirm: 'Xác nhận',
  reportButton: 'Báo cáo đã thực hiện',
  editReport: 'Sửa báo cáo',
  askMove: 'Đề nghị đổi lịch',
  change: 'Sửa, đổi lịch',
  callOff: 'Hủy chuyến',
  file: 'Tải lịch .ics',
  teamOf: (team: string) => `Lịch ${team}`,
  another: 'Thêm chuyến khác',
  waiting: (when: string) => `Trưởng đoàn đang đề nghị đổi lịch sang ${when}.`,

  formNew: 'Chuyến kiểm tra mới',
  formChange: (code: string) => `Sửa chuyến ${code}`,
  formSubmit: 'Xem trước',
  formIntro:
    'Chưa lưu gì. Bước sau nêu các điểm trùng lịch, vướng mắc nếu có; xem xong mới lưu và báo cho những người liên quan.',
  shifted: (days: number, from: string, to: string) =>
    `Ngày mới điền dưới đây: ${formatDay(from, 'vi')} lùi ${days} ngày là ${formatDay(to, 'vi')}.`,
  notShifted: (days: number) => `Chưa dùng: “lùi ${days} ngày”. Xin chọn ngày dưới đây.`,
  unitHint: 'Tên đơn vị như trong kế hoạch',
  teamHint: 'Số của đoàn',
  dayHint: 'Để trống nếu mới phân công, chưa có ngày',
  endDay: 'Đến ngày',
  endDayHint: 'Để trống nếu chỉ trong một ngày',
  endTime: 'Đến giờ',
  noteHint: 'Nội dung cần chuẩn bị, người liên hệ',
  needsDay: 'Đã ghi giờ thì phải ghi ngày.',
  needsTime: 'Đã ghi ngày thì phải ghi giờ bắt đầu.',
  needsEndTime: 'Đã ghi ngày kết thúc thì phải ghi giờ kết thúc.',
  endsBefore: 'Phải kết thúc sau lúc bắt đầu.',
  tooLong: (days: number) => `Một chuyến kéo dài tối đa ${days} ngày.`,
  tooMuch: 'Địa điểm, ghi chú và lý do cộng lại quá dài (dấu ngoặc kép và xuống dòng tính gấp đôi). Xin rút ngắn.',
  noSuchUnit: (name: string) => `Không có đơn vị “${name}” trong kế hoạch.`,
  noSuchTeam: (name: string) => `Không có đoàn “${name}”.`,

  previewNew: 'Xem trước chuyến mới: chưa lưu',
  previewChange: (code: string) => `Xem trước thay đổi ${code}: chưa lưu`,
  fromTo: (from: string, to: string) => `${from} → ${to}`,
  nothing: 'Không có gì thay đổi so với lịch hiện có.',
  willTell: (n: number) =>
    n === 0 ? 'Chưa có ai trong đoàn để báo.' : `Khi lưu, Hệ thống sẽ báo cho ${count(n)} liên quan.`,
  onlyYou: 'Ngoài người đang lập lịch, đoàn không có ai khác để báo.',
  save: 'Lưu và báo',
  saveAnyway: 'Vẫn lưu và báo',
  edit: 'Sửa',
  saved: (n: number) => (n === 0 ? 'Đã lưu.' : `Đã lưu. Hệ thống đang báo cho ${count(n)}.`),
  notTold: {
    title: (n: number) => `Chưa chắc đã nhận tin về chuyến này (${n}):`,
    why: {
      unsure: 'chưa rõ tin đã đến hay chưa; xin hỏi trực tiếp',
      failed: 'không gửi được; xin báo bằng cách khác và báo người quản trị hệ thống',
      unreachable: 'chưa gửi tin nhắn được; xin báo bằng cách khác',
    },
  },
  savedAlready: 'Thay đổi này đã được lưu từ trước.',

  cancelTitle: (code: string) => `Hủy chuyến ${code}`,
  cancelSubmit: 'Hủy chuyến và báo',
  reason: 'Lý do',
  reasonHint: 'Gửi cho những người liên quan.',
  cancelled: (n: number) => (n === 0 ? 'Đã hủy chuyến.' : `Đã hủy chuyến. Hệ thống đang báo cho ${count(n)}.`),
  cancelledAlready: 'Chuyến này đã được hủy từ trước.',

  conflicts: (n: number) => `Cần lưu ý (${n})`,
  noConflicts: 'Không thấy trùng lặp hay vướng mắc nào.',
  conflict: {
    past: (day: string) => `Thời gian bắt đầu (ngày ${formatDay(day, 'vi')}) đã qua.`,
    outsideYear: (day: string, years: readonly number[]) =>
      `Ngày ${formatDay(day, 'vi')} nằm ngoài năm của kế hoạch (${years.join(', ')}).`,
    notInspected: 'Đơn vị này không có trong danh sách đơn vị được kiểm tra của kế hoạch.',
    unitGone: (from: string | null, to: string | null) =>
      `Đơn vị này ${from === null ? '' : `hoạt động từ ${formatDay(from, 'vi')}`}${from !== null && to !== null ? ', ' : ''}${to === null ? '' : `chỉ hoạt động đến hết ${formatDay(to, 'vi')}`}.`,
    weekend: (day: string) => `${formatDayWithWeekday(day, 'vi')} là ngày nghỉ cuối tuần.`,
    holiday: (day: string, name: string) => `${formatDayWithWeekday(day, 'vi')} là ngày nghỉ: ${name}.`,
    teamElsewhere: (visit: string) => `Đoàn đã có chuyến khác cùng lúc (${visit}).`,
    teamPerhaps: (visit: string) =>
      `Đoàn có chuyến khác trong ngày; có thể trùng giờ vì chưa nêu giờ kết thúc (tạm tính đến 17:00): ${visit}.`,
    noEnd: 'chưa nêu giờ kết thúc',
    unitTwice: (visit: string) => `Đơn vị đã có chuyến kiểm tra khác trong ngày (${visit}).`,
    personElsewhere: (person: string, visit: string) => `${person} đã có chuyến cùng lúc với đoàn khác (${visit}).`,
    personPerhaps: (person: string, visit: string) =>
      `${person} có chuyến khác trong ngày với đoàn khác; có thể trùng giờ vì chưa nêu giờ kết thúc (tạm tính đến 17:00): ${visit}.`,
    onLeave: (person: string, from: string, to: string) =>
      `${person} nghỉ từ ${formatDay(from, 'vi')} đến ${formatDay(to, 'vi')}.`,
    noLeader: 'Đoàn chưa có trưởng đoàn vào ngày đó.',
    nobody: 'Đoàn chưa có ai vào ngày đó.',
    ownSide: (person: string, organisation: string) =>
      `${person} là người của chính đơn vị được kiểm tra (${organisation}).`,
  },

  notifications: {
    planned: (team: string, unit: string, when: string) => `${team} có chuyến kiểm tra mới: ${unit}, ${when}.`,
    changed: (code: string, unit: string) => `Lịch kiểm tra ${unit} (${code}) đã thay đổi.`,
    cancelled: (code: string, unit: string, when: string) => `Chuyến kiểm tra ${unit} (${code}), ${when}, đã được hủy.`,
    leaves: (team: string, code: string, unit: string, when: string) =>
      `Chuyến kiểm tra ${unit} (${code}), ${when}, không còn là chuyến của ${team}.`,
    goesTo: (team: string) => `Chuyến này chuyển sang ${team}.`,
    notTheirDay: (code: string, unit: string, when: string) =>
      `Chuyến kiểm tra ${unit} (${code}), ${when}, đã dời sang ngày ngoài thời gian tham gia đoàn.`,
    changedSince: 'Chuyến này đã thay đổi sau đó.',
    isConfirmed: 'Chuyến này đã được xác nhận.',
    isDone: 'Chuyến này đã có báo cáo thực hiện.',
    since: (state: string) => `Chuyến này đã được cập nhật sau đó; hiện nay: ${state}.`,
    reason: 'Lý do',
    by: 'Người cập nhật',
    confirmAgain: 'Thời gian hoặc đoàn đã thay đổi; đề nghị trưởng đoàn xác nhận lại.',
  },
}
