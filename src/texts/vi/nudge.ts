import { addressed, type Named } from './names.ts'

const acceptedLate = 'Ý kiến gửi sau hạn vẫn được tiếp nhận và ghi “gửi muộn”.'

/** What people read of nudges by rule in Vietnamese, the source. */
export const nudgeTexts = {
  missing: (to: Named, title: string) => `Hệ thống chưa nhận được ý kiến của ${addressed(to)} về “${title}”.`,
  missingFor: (member: Named, title: string) =>
    `Kính gửi người được ${addressed(member)} ủy quyền: Hệ thống chưa nhận được ý kiến của ${addressed(member)} về “${title}”.`,
  many: (to: Named, n: number) =>
    `Kính gửi ${addressed(to)}: Hệ thống chưa nhận được ý kiến trong ${n} đợt lấy ý kiến.`,
  left: (days: number, deadline: string) =>
    days === 0 ? `Hôm nay là ngày đến hạn: ${deadline}.` : `Còn ${days} ngày, hạn ${deadline}.`,
  overdue: (days: number) =>
    days === 0 ? `Đã hết hạn. ${acceptedLate}` : `Đã quá hạn ${days} ngày làm việc. ${acceptedLate}`,
  why: {
    before: (days: number, last: boolean) =>
      `${days === 0 ? 'Nhắc theo lịch: ngày đến hạn.' : `Nhắc theo lịch: ${days} ngày trước hạn.`}${last ? ' Đây là lần nhắc cuối trước hạn.' : ''}`,
    overdue: (days: number) => `Nhắc theo lịch: ${days} ngày làm việc sau hạn.`,
    snooze: 'Nhắc lại theo yêu cầu “Hoãn lời nhắc”.',
    delegate: 'Lần nhắc cuối trước hạn được gửi cho cả người được ủy quyền.',
    moved: 'Hạn đã thay đổi sau lời nhắc này.',
  },
  snooze: { 1: 'Hoãn lời nhắc đến ngày mai', 3: 'Hoãn lời nhắc 3 ngày' },
  snoozed: (day: string, last: boolean) =>
    `Hệ thống sẽ nhắc lại vào ${day}.${last ? ' Đó là lần nhắc cuối trước hạn.' : ''}`,
  later: {
    title: 'Hoãn lời nhắc',
    submit: 'Hoãn lời nhắc',
    rule: 'Lời nhắc đến vào buổi sáng ngày làm việc, và không hoãn quá lần nhắc cuối trước hạn.',
    rounds: 'Đợt lấy ý kiến nào',
    howLong: 'Nhắc lại khi nào',
    in: {
      1: (day: string, last: boolean) => `Ngày mai: ${day}${last ? ' (lần nhắc cuối trước hạn)' : ''}`,
      3: (day: string, last: boolean) => `3 ngày nữa: ${day}${last ? ' (lần nhắc cuối trước hạn)' : ''}`,
    },
    untilDay: 'Đến ngày ghi dưới đây',
    day: 'Nhắc lại từ ngày',
    dayHint: 'Chỉ điền khi chọn “Đến ngày ghi dưới đây”.',
    chooseUntil: 'Xin chọn “Đến ngày ghi dưới đây” để dùng ngày này, hoặc bỏ trống ngày.',
    notAhead: 'Ngày nhắc lại phải sau hôm nay. Xin chọn một ngày khác.',
    firstOnly: (shown: number, all: number) => `Chỉ hiện ${shown} trong ${all} đợt, theo hạn gần nhất.`,
    done: (n: number) => `Hệ thống đã hoãn lời nhắc trong ${n} đợt lấy ý kiến:`,
    until: (title: string, day: string, last: boolean) =>
      `${title}: nhắc lại vào ${day}${last ? ' (lần nhắc cuối trước hạn)' : ''}`,
    about: (title: string) => `Về “${title}”. Lời nhắc đến vào buổi sáng ngày làm việc.`,
    tooLate: 'Không hoãn được nữa, vì đã đến lần nhắc cuối trước hạn hoặc đã quá hạn:',
    settled: (n: number) => `${n} đợt khác đã chọn không còn chờ ý kiến.`,
    none: (to: Named) => `Hiện không có đợt nào chờ ý kiến của ${addressed(to)}, nên không có lời nhắc nào để hoãn.`,
    noneOn: (item: string, to: Named) =>
      `Hiện không có đợt nào về ${item} chờ ý kiến của ${addressed(to)}, nên không có lời nhắc nào để hoãn.`,
    onlyOwn: 'Lệnh này chỉ hoãn lời nhắc gửi cho tài khoản này; lời nhắc gửi cho người khác vẫn giữ nguyên.',
  },
  unsentDraft:
    'Có một bản nháp ý kiến đã lưu nhưng chưa gửi, nên chưa được tính là ý kiến. Xin mở ra xem và bấm “Gửi ý kiến”.',
  openDraft: 'Mở bản nháp chưa gửi',
  settled: 'Các đợt trong lời nhắc này không còn chờ ý kiến.',
  answered: (title: string) => `“${title}”: đã có ý kiến.`,
  closed: (title: string) => `“${title}”: đợt lấy ý kiến đã đóng.`,
  withdrawn: (title: string) => `“${title}”: đợt lấy ý kiến đã được thu hồi.`,

  ladder: {
    button: 'Lịch nhắc',
    title: 'Lịch nhắc',
    submit: 'Lưu lịch nhắc',
    ofPlan: (year: number) => `Kế hoạch năm ${year}: mọi đợt không có lịch nhắc riêng`,
    before: 'Nhắc trước hạn (số ngày)',
    beforeHint: 'Ví dụ: 14, 7, 3, 1, 0; số 0 là ngày đến hạn. Để trống: theo lịch nhắc chung.',
    overdueEvery: 'Sau hạn: cứ mấy ngày làm việc nhắc một lần',
    overdueMost: 'Sau hạn: nhắc nhiều nhất mấy lần',
    overdueMostHint: 'Ghi 0 để không nhắc sau hạn.',
    escalateAfter: 'Báo điều phối viên sau mấy ngày làm việc quá hạn',
    at: 'Giờ nhắc (theo giờ nơi người nhận)',
    badBefore: 'Xin ghi các số ngày từ 0 đến 90, giảm dần, tối đa 10 số, cách nhau bằng dấu phẩy.',
    badNumber: (least: number, greatest: number) => `Xin ghi một số từ ${least} đến ${greatest}.`,
    badTime: (from: string, to: string) => `Giờ nhắc phải từ ${from} đến trước ${to}.`,
    saved: 'Đã lưu lịch nhắc.',
    inherited: 'Đợt này theo lịch nhắc của kế hoạch.',
    standard: 'Kế hoạch này theo lịch nhắc mặc định.',
    steps: 'Các bước trước hạn',
    day: (days: number) => (days === 0 ? 'ngày đến hạn' : `${days} ngày`),
    late: 'Sau hạn',
    everyDays: (every: number, most: number) =>
      most === 0 ? 'không nhắc' : `cứ ${every} ngày làm việc một lần, nhiều nhất ${most} lần`,
    escalation: 'Báo điều phối viên',
    afterDays: (days: number) => `sau ${days} ngày làm việc quá hạn`,
    time: 'Giờ nhắc',
  },
}
