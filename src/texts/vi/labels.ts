import type { Position, RecordWhat, RoundChange } from '../../contract/intent.ts'

const with_ = (words: string, name: string | undefined) => (name === undefined ? words : `${words} ${name}`)

/**
 * What stands on a button that a sentence led to, in Vietnamese, the source: what the press does, in the words of a list
 * of works. Names, codes, days and spans come in as they are shown; of what was not said nothing comes.
 */
export const labelTexts = {
  language: { vi: 'Dùng tiếng Việt', en: 'Dùng tiếng Anh' },
  plan: (quarter?: string) => with_('Kế hoạch', quarter ?? 'năm'),
  planWithoutQuarter: 'Các nội dung chưa rõ quý',
  item: (item: string) => `Xem nội dung ${item}`,
  status: (item?: string) => with_('Tình hình', item ?? 'các đợt đang mở'),
  open: (item?: string) => with_('Mở đợt lấy ý kiến', item),
  change: {
    extend: (item?: string) => with_('Gia hạn đợt lấy ý kiến', item),
    close: (item?: string) => with_('Đóng đợt lấy ý kiến', item),
    reopen: (item?: string) => with_('Mở lại đợt lấy ý kiến', item),
    withdraw: (item?: string) => with_('Thu hồi đợt lấy ý kiến', item),
  } satisfies Record<RoundChange, (item?: string) => string> as Record<RoundChange, (item?: string) => string>,
  /** How many a round asks: whom ending it concerns. */
  asked: (n: number) => `đang lấy ý kiến ${n} người`,
  due: (when: string) => `hạn ${when}`,
  version: (n: number) => `bản ${n}`,
  within: (n: number) => `trong ${n} ngày làm việc`,
  more: (n: number) => `thêm ${n} ngày`,
  moreWorking: (n: number) => `thêm ${n} ngày làm việc`,
  reason: (words: string) => `lý do: ${words}`,
  opinion: (item: string) => `Soạn ý kiến về ${item}`,
  positions: {
    agree: 'đồng ý',
    'agree-with-comments': 'đồng ý, có ý kiến bổ sung',
    disagree: 'không đồng ý',
    other: 'ý kiến khác',
  } satisfies Record<Position, string> as Record<Position, string>,
  mine: (item?: string) => (item === undefined ? 'Ý kiến của tôi' : `Ý kiến của tôi về ${item}`),
  draft: (item: string) => `Đọc dự thảo ${item}`,
  find: (words: string, item: string) => `Tìm “${words}” trong dự thảo ${item}`,
  record: (who: string | undefined, item?: string) => {
    const whose = with_('Ghi ý kiến thay', who)
    return item === undefined ? whose : `${whose}, ${item}`
  },
  document: {
    table: 'bảng tổng hợp ý kiến',
    ballots: 'phiếu lấy ý kiến',
    results: 'kết quả lấy ý kiến',
    dossier: 'hồ sơ lấy ý kiến',
  } satisfies Record<RecordWhat, string> as Record<RecordWhat, string>,
  export: (what: string, item?: string) => with_(`Tải ${what}`, item),
  remarks: (item?: string) => with_('Các góp ý', item),
  answersDue: (item?: string) => with_('Hạn tiếp thu, giải trình', item),
  answers: (item?: string) => with_('Trả lời góp ý', item),
  group: (item?: string) => with_('Gộp các góp ý', item),
  snooze: (item?: string) => (item === undefined ? 'Hoãn lời nhắc' : `Hoãn lời nhắc về ${item}`),
  reminders: (item?: string) => with_('Các lần nhắc', item),
  remindMissing: (what?: string) =>
    what === undefined ? 'Nhắc những người chưa trả lời' : `Nhắc những người chưa trả lời ${what}`,
  remind: (who: string, what?: string) => (what === undefined ? `Nhắc ${who}` : `Nhắc ${who} về ${what}`),
  leave: (who?: string) => (who === undefined ? 'Nhập ngày nghỉ' : `Nhập ngày nghỉ của ${who}`),
  leaves: 'Lịch nghỉ',
  delegate: (who: string | undefined, item?: string) => {
    const to = who === undefined ? 'Ủy quyền' : `Ủy quyền cho ${who}`
    return item === undefined ? to : `${to}, ${item}`
  },
  delegations: 'Danh sách ủy quyền',
  explain: (what?: string) => (what === undefined ? 'Vì sao hạn như vậy' : `Vì sao có hạn này: ${what}`),
  digest: 'Bản tin tình hình',
  rehearse: 'Chạy thử lịch gửi tin',
  schedule: (whose?: string) => with_('Lịch', whose ?? 'kiểm tra'),
  next: (whose?: string) => (whose === undefined ? 'Chuyến tiếp theo' : `Chuyến tiếp theo: ${whose}`),
  own: 'của tôi',
  visit: (which?: string) => with_('Xem chuyến', which),
  planVisit: (unit?: string) => with_('Xếp lịch kiểm tra', unit),
  anotherVisit: (unit?: string) => with_('Thêm chuyến kiểm tra', unit),
  changeVisit: (code: string) => `Đổi lịch ${code}`,
  later: (n: number) => `lùi ${n} ngày`,
  at: (place: string) => `tại ${place}`,
  cancelVisit: (which?: string) => with_('Hủy chuyến', which),
  report: (which?: string) => with_('Báo cáo chuyến', which),
  askMove: (which?: string) => with_('Đề nghị đổi lịch', which),
  team: (team?: string) => (team === undefined ? 'Các đoàn công tác' : `Thành viên ${team}`),
  duty: (who: string | undefined, team?: string) => {
    const adds = `Thêm ${who ?? 'người'}`
    return team === undefined ? `${adds} vào đoàn` : `${adds} vào ${team}`
  },
  overview: (of?: string) => with_('Tổng quan lịch', of),
  file: (of: string) => `Tải tệp .ics: ${of}`,
  links: 'Liên kết lịch',
  since: (day: string) => `từ ${day}`,
  until: (day: string) => `đến ${day}`,
  year: (year: number) => `năm ${year}`,
}
