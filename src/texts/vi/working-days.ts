/** A deadline as so many working days from the opening, in Vietnamese, the source. Days come in as they are shown. */
export const workingDaysTexts = {
  field: 'Hạn: số ngày làm việc',
  fieldHint:
    'Ví dụ: 20, tính từ ngày làm việc liền sau ngày mở đợt. Ghi ở đây và giữ nguyên ngày ở trên thì lấy số ngày làm việc; chọn ngày khác thì lấy ngày đã chọn.',
  days: (n: number) => `${n} ngày làm việc`,
  fromOpening: (n: number) => `${n} ngày làm việc kể từ ngày mở đợt`,
  origin: (n: number, opened: string) => `tính ${n} ngày làm việc kể từ ngày mở đợt ${opened}`,
  ifOpenedToday: (today: string) =>
    `Tính theo ngày mở đợt là hôm nay, ${today}. Nếu mở vào ngày khác, hạn được tính lại từ ngày đó.`,
  derivedAnew: (before: string) => `Hạn đã được tính lại từ ngày mở đợt; bản xem trước ghi ${before}.`,
  weekendsOff: (n: number) => `Không tính ${n} ngày nghỉ cuối tuần.`,
  daysOff: (days: string) => `Không tính ngày nghỉ: ${days}.`,
  exchanged: (days: string) => `Có tính ngày làm bù: ${days}.`,
  named: (day: string, name: string) => `${day} (${name})`,
  moreDays: (n: number) => `và ${n} ngày khác`,
  rule: (n: number) => `Hạn này là ${n} ngày làm việc kể từ ngày mở đợt; ngày mở đợt không tính.`,
  opened: (day: string) => `Mở đợt: ${day}.`,
  last: (n: number, day: string) => `Ngày làm việc thứ ${n}: ${day}.`,
  badCount: (most: number) => `Xin ghi số ngày làm việc là số nguyên từ 1 đến ${most}, hoặc bỏ trống.`,
  needsOne: 'Xin chọn ngày, hoặc ghi số ngày làm việc.',
  disagree: (n: number, derived: string, day: string) =>
    `${n} ngày làm việc kể từ hôm nay là ${derived}, khác với ngày đã chọn ${day}. Xin bỏ trống một trong hai ô.`,
  bases: 'Căn cứ pháp lý',
  basesHint: 'Mỗi dòng một căn cứ; ghi ở đầu bảng tổng hợp (có thể bỏ trống).',
  belowMinimum: (days: number, least: number, kind: string) =>
    `Lưu ý: thời hạn ${days} ngày làm việc, ngắn hơn mức tối thiểu ${least} ngày làm việc đặt cho ${kind}.`,
  anyKind: 'mọi loại văn bản',
}
