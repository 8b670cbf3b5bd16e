import { saysType } from '../says-type.ts'

const occasions = {
  'quarter-start': 'ngày làm việc đầu tiên của quý',
  'T-30': '30 ngày trước hạn mặc định của quý',
  'T-14': '14 ngày trước hạn mặc định của quý',
}

/** What people read of this in Vietnamese, the source. */
export const digestTexts = {
  title: (at: string) => `Bản tin tình hình, ${at}`,
  summary: (rounds: number, missing: number, overdue: number) =>
    `Bản tin: ${rounds} đợt đang mở; chưa gửi ${missing}; quá hạn ${overdue}`,
  nothing: 'Không có đợt lấy ý kiến nào đang mở và không có nội dung nào quá hạn.',
  rounds: (n: number) => `Các đợt đang mở (${n})`,
  round: (
    title: string,
    {
      answered,
      total,
      missing,
      overdue,
      deemed,
    }: Record<'answered' | 'total' | 'missing' | 'overdue' | 'deemed', number>,
    deadline: string,
  ) =>
    `“${title}”: đã gửi ${answered}/${total}; chưa gửi ${missing}; quá hạn ${overdue}${deemed > 0 ? `; coi như đồng ý ${deemed}` : ''}. Hạn: ${deadline}.`,
  closing: (n: number) => `Đến hạn trong hai tuần tới (${n})`,
  closes: (title: string, deadline: string) => `“${title}”: ${deadline}`,
  answering: (n: number) => `Chờ cơ quan soạn thảo tiếp thu, giải trình: ${n} đợt`,
  answers: (title: string, counted: string, deadline: string, late: boolean) =>
    `${title}: ${counted}; hạn ${deadline}${late ? ' (đã quá hạn)' : ''}`,
  overdueItems: (n: number) => `Đã qua hạn mặc định của quý, chưa có đợt lấy ý kiến (${n})`,
  item: (key: string, title: string, quarter: string) => `${key}: ${title} (${quarter})`,
  unreachable: (n: number) => `Chưa liên lạc được hoặc chưa chắc đã nhận được đề nghị (${n})`,
  who: (name: string, organisation: string | null) => (organisation === null ? name : `${name}, ${organisation}`),
  unreachableWhy: {
    'no-account': 'chưa liên kết tài khoản; xin liên kết, hoặc tạo liên kết truy cập',
    gone: 'tài khoản đã bị vô hiệu hóa hoặc không còn; xin liên kết tài khoản khác, hoặc tạo liên kết truy cập',
    'takes-no-letters':
      'tài khoản không nhận được tin; xin đề nghị người đó nhắn cho Hệ thống trước, hoặc tạo liên kết truy cập',
    'request-unsure': 'chưa rõ đề nghị đã đến hay chưa; xin hỏi trực tiếp hoặc nhắc lại',
    'request-failed': 'đề nghị không gửi được; xin báo bằng cách khác và báo người quản trị hệ thống',
    'request-unreachable': 'đề nghị chưa gửi được; xin nhắc lại hoặc báo bằng cách khác',
    'request-dropped': 'đề nghị không được gửi; xin nhắc',
    'request-none': 'chưa được gửi đề nghị lần nào; xin nhắc',
  },
  unreachablePerson: (who: string, why: string) => `${who}: ${why}`,
  more: (n: number) => `và ${n} mục khác`,
  visits: {
    coming: (n: number) => `Chuyến kiểm tra trong bảy ngày tới (${n})`,
    unreported: (n: number) => `Chuyến đã kết thúc, chưa có báo cáo (${n})`,
    line: (code: string, team: string, unit: string, when: string, state: string) =>
      `${code}: ${team}, ${unit}, ${when} (${state})`,
    units: (unassigned: number, undated: number) =>
      `Đơn vị được kiểm tra: ${unassigned} chưa có đoàn; ${undated} có đoàn, chưa có ngày.`,
  },
  short: {
    rounds: (rounds: number, answered: number, total: number) =>
      `Đang mở: ${rounds} đợt lấy ý kiến; đã gửi ${answered}/${total} ý kiến.`,
    missing: (missing: number, overdue: number) => `Chưa gửi: ${missing}; trong đó quá hạn: ${overdue}.`,
    closing: (n: number, nearest: string | undefined) =>
      `Đến hạn trong hai tuần tới: ${n} đợt${nearest === undefined ? '' : `, gần nhất ${nearest}`}.`,
    overdueItems: (n: number) => `Nội dung đã qua hạn mặc định của quý, chưa có đợt lấy ý kiến: ${n}.`,
    unreachable: (n: number) => `Chưa liên lạc được hoặc chưa chắc đã nhận được đề nghị: ${n} trường hợp.`,
  },

  escalation: {
    summary: (n: number) => `${n} trường hợp quá hạn cho ý kiến, cần Tổ công tác xử lý`,
    round: (title: string, days: number) => `“${title}”: quá hạn ${days} ngày làm việc`,
    why: 'Hệ thống báo một lần cho mỗi trường hợp, khi quá hạn đủ số ngày làm việc quy định mà chưa có ý kiến. Ý kiến gửi muộn vẫn được tiếp nhận.',
    remind: (n: number, item: string) => `Nhắc ${n} người: ${item}`,
    record: (item: string) => `Ghi ý kiến thay: ${item}`,
  },

  upcoming: {
    title: (quarter: string) => `Việc của ${quarter} chưa lấy ý kiến`,
    summary: (quarter: string, n: number) => `${n} nội dung của ${quarter} còn thiếu đợt lấy ý kiến hoặc dự thảo`,
    deadline: (deadline: string) => `Hạn mặc định (suy ra, văn bản nguồn không nêu ngày): ${deadline}.`,
    noRound: (n: number) => `Chưa có đợt lấy ý kiến (${n})`,
    noDraft: (n: number) => `Đợt đang mở chưa có dự thảo (${n})`,
    noQuarter: (n: number) => `Văn bản nguồn không nêu quý, chưa có đợt lấy ý kiến (${n})`,
    item: (key: string, type: string, title: string, agency: string) =>
      `${key}: ${saysType(type, title) ? '' : `${type} `}“${title}”; cơ quan soạn thảo: ${agency}`,
    prepare: 'Đề nghị cơ quan soạn thảo gửi dự thảo cho Tổ công tác để lấy ý kiến.',
    why: (step: keyof typeof occasions) => `Hệ thống nhắc theo mốc: ${occasions[step]}.`,
  },
}
