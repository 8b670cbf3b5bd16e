import { addressed, type Named } from './names.ts'

/** What people read of reminding by hand in Vietnamese, the source. */
export const remindTexts = {
  preview: 'Xem trước lời nhắc, chưa gửi',
  willRemind: (n: number) => `Sẽ nhắc ${n} thành viên`,
  nobody: 'Không còn ai để nhắc. Chưa gửi gì.',
  nobodyNamed: 'Xin ghi tên hoặc mã của ít nhất một người cần nhắc.',
  tooManyNamed: (limit: number) => `Mỗi lần chỉ nhắc riêng được tối đa ${limit} người. Xin chia thành nhiều lần.`,
  moreRounds: (n: number) => `Còn ${n} đợt khác chưa gồm trong lần nhắc này; xin nhắc riêng từng nội dung.`,
  inTheMorning: (n: number) =>
    `Với ${n} người, nơi làm việc đang ngoài khung 06:00–21:00: tin sẽ đến lúc 08:00 theo giờ nơi đó.`,
  why: {
    answered: 'đã trả lời',
    deemed: 'coi như đồng ý',
    leave: 'đang nghỉ',
    reminded: 'vừa được nhắc',
    unreachable: 'chưa gửi tin nhắn được',
    former: 'không còn là thành viên',
    'not-asked': 'không thuộc danh sách được lấy ý kiến',
  },
  leftOut: (why: string, n: number) => `Không nhắc, ${why}: ${n} người`,
  until: (day: string) => `nghỉ đến hết ${day}`,
  remindedAt: (at: string, rule: string) => `đã gửi lúc ${at}, ${rule}`,
  remindedWaiting: (rule: string) => `đang chờ gửi, ${rule}`,
  rules: {
    step: (step: string) => {
      const days = Number(step.slice(2))
      if (step === 'T-0') return 'theo lịch nhắc, ngày đến hạn'
      return step.startsWith('T-')
        ? `theo lịch nhắc, trước hạn ${days} ngày`
        : `theo lịch nhắc, quá hạn ${days} ngày làm việc`
    },
    snooze: 'theo hẹn của thành viên',
    reminder: (who: string) => `do ${who} nhắc`,
    answers: (step: string) => `cơ quan soạn thảo, ${step}`,
    escalation: 'báo người quá hạn',
    other: 'theo quy tắc khác',
  },
  operator: 'người quản trị hệ thống',
  whatToDo: 'Xin báo bằng cách khác, ghi ý kiến thay, hoặc tạo liên kết truy cập cho người đó.',
  sending: (n: number) => `Đang gửi lời nhắc cho ${n} thành viên.`,
  notSent: (parts: string) => `Không nhắc: ${parts}.`,
  already: (n: number, at: string) => `Lần nhắc này đã được ghi lúc ${at} cho ${n} thành viên; Hệ thống không gửi lại.`,
  notification: (to: Named, title: string) =>
    `Tổ công tác nhắc: Hệ thống chưa nhận được ý kiến của ${addressed(to)} về “${title}”.`,
  notificationMany: (to: Named, n: number) =>
    `Tổ công tác nhắc: ${n} đợt lấy ý kiến đang chờ ý kiến của ${addressed(to)}.`,
  settled: 'Các đợt trong lời nhắc này không còn chờ ý kiến.',

  list: {
    title: (title: string) => `Các lần nhắc: ${title}`,
    none: 'Chưa có lần nhắc nào trong đợt này.',
    who: 'Người nhận',
    planned: 'Lập lúc',
    rule: 'Theo quy tắc',
    result: 'Kết quả',
    sent: (at: string) => `đã gửi lúc ${at}`,
    waiting: 'đang chờ gửi',
    waitingUntil: (at: string) => `chờ đến ${at}`,
    sending: 'đang gửi',
    unsure: 'không rõ đã đến chưa; xin hỏi người nhận rồi báo người quản trị hệ thống',
    unreachable: 'chưa liên lạc được; xin ghi ý kiến thay hoặc tạo liên kết truy cập',
    failed: 'không gửi được; xin báo người quản trị hệ thống',
    answeredBefore: 'không gửi: đã trả lời trước khi gửi',
    dropped: 'không gửi: không còn cần nhắc',
    gone: 'không còn lưu',
  },
}
