import { addressed, type Named } from './names.ts'

/** What people read of reminders of visits in Vietnamese, the source. `line` is one visit in a sentence. */
export const visitReminderTexts = {
  soon: (line: string) => `Nhắc lịch kiểm tra. ${line}`,
  report: (line: string) => `Đề nghị báo cáo kết quả chuyến kiểm tra. ${line}`,
  many: (to: Named, soon: number, reports: number) =>
    `Kính gửi ${addressed(to)}: ${[
      ...(soon > 0 ? [`${soon} chuyến kiểm tra sắp đến`] : []),
      ...(reports > 0 ? [`${reports} chuyến chờ báo cáo`] : []),
    ].join(', ')}.`,
  waiting: (codes: readonly string[]) => `Chờ báo cáo: ${codes.join(', ')}.`,
  confirm: 'Đề nghị trưởng đoàn xác nhận chuyến còn ở trạng thái dự kiến.',
  noLeader:
    'Đoàn chưa có trưởng đoàn vào ngày đó, nên đề nghị này gửi cho cả đoàn; trưởng đoàn hiện nay hoặc điều phối viên báo cáo.',
  why: 'Hệ thống nhắc trước 7 ngày và 1 ngày, và đề nghị báo cáo vào ngày làm việc sau khi chuyến kết thúc.',
  settled: 'Các chuyến trong lời nhắc này không còn việc gì cần làm.',
  cancelled: (code: string, unit: string) => `${code} (${unit}): đã hủy.`,
  done: (code: string, unit: string) => `${code} (${unit}): đã báo cáo.`,
  moved: (code: string, unit: string, when: string) => `${code} (${unit}): lịch đã đổi, nay là ${when}.`,
  begun: (code: string, unit: string) => `${code} (${unit}): đã bắt đầu.`,
  notYours: (code: string) => `${code}: không còn trong lịch của người nhận.`,
  mine: 'Lịch của tôi',
}
