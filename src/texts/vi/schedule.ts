import type { VisitState } from '../../contract/intent.ts'
import { formatDay, formatDayWithWeekday, formatWhole } from '../dates.ts'

const states: Record<VisitState, string> = {
  planned: 'dự kiến',
  confirmed: 'đã xác nhận',
  done: 'đã thực hiện',
  cancelled: 'đã hủy',
}

const period = (from: string | undefined, to: string | undefined) => {
  if (from !== undefined && from === to) return formatDayWithWeekday(from, 'vi')
  if (from !== undefined && to !== undefined)
    return formatWhole(from, to, 'vi') ?? `từ ${formatDay(from, 'vi')} đến ${formatDay(to, 'vi')}`
  if (from !== undefined) return `từ ${formatDay(from, 'vi')}`
  return to === undefined ? '' : `đến ${formatDay(to, 'vi')}`
}

/** What people read of schedules in Vietnamese, the source. Days come as `YYYY-MM-DD`. */
export const scheduleTexts = {
  states: states as Record<VisitState, string>,
  button: 'Lịch kiểm tra',
  title: 'Lịch kiểm tra',
  titleNext: 'Chuyến tiếp theo',
  mine: 'các đoàn của tôi',
  everybody: 'tất cả các đoàn',
  about: (scope: readonly string[]) => scope.join(', '),
  period,
  columns: {
    code: 'Chuyến',
    day: 'Ngày',
    when: 'Thời gian',
    unit: 'Đơn vị',
    where: 'Đơn vị, địa điểm',
    team: 'Đoàn',
    who: 'Đoàn, trưởng đoàn',
    leader: 'Trưởng đoàn',
    state: 'Trạng thái',
  },
  /** A unit with the place, a team with who leads it. */
  with: (name: string, more: string) => (more === '' ? name : `${name}, ${more}`),
  count: (n: number) => `${n} chuyến`,
  line: (visit: { team: string; unit: string; when: string; state: string }) =>
    `${visit.team}: ${visit.unit}, ${visit.when}${visit.state === '' ? '' : ` (${visit.state})`}.`,
  /** `lastDay` where it is another day. */
  when: (day: string | null, time: string | null, lastDay?: string) =>
    day === null
      ? 'chưa có ngày'
      : `${formatDayWithWeekday(day, 'vi')}${time === null ? '' : `, ${time}`}${lastDay === undefined ? '' : ` đến ${formatDayWithWeekday(lastDay, 'vi')}`}`,
  noDay: 'chưa có ngày',
  noLeader: 'chưa có trưởng đoàn',
  none: 'Chưa có lịch được xác nhận.',
  noneForTeam: (team: string) =>
    `${team} chưa được phân công đơn vị nào; văn bản nguồn không nêu đoàn nào đến đơn vị nào.`,
  noneForUnit: (unit: string) => `${unit}: chưa phân công đoàn nào; văn bản nguồn không nêu đoàn và ngày kiểm tra.`,
  notInspected: (unit: string) => `${unit} không có trong danh sách đơn vị được kiểm tra của kế hoạch.`,
  noneMine: 'Các đoàn mà tài khoản này tham gia hiện chưa có chuyến nào.',
  noTeam: 'Tài khoản này hiện không thuộc đoàn công tác nào.',
  noneFor: (who: string) => `${who} hiện không có chuyến nào.`,
  noneIn: (when: string) => `${when.charAt(0).toUpperCase()}${when.slice(1)}: không có chuyến nào.`,
  nearest: (line: string) => `Gần nhất: ${line}`,
  unknown: (named: string) =>
    `Không tìm thấy đoàn, đơn vị hay người nào tên “${named}”. Gõ “các đoàn” hoặc “lịch” để xem.`,
  unknownForOthers: (named: string) =>
    `Không tìm thấy đoàn hay đơn vị nào tên “${named}”. Gõ “các đoàn” hoặc “lịch” để xem.`,
  likely: 'Có phải một trong các đơn vị sau:',
  several: (named: string, people: readonly string[]) =>
    `Có nhiều người tên “${named}”. Xin ghi mã: ${people.join(', ')}.`,
  merged: (from: string, to: string, day: string, source: string | null) =>
    `Từ ${formatDay(day, 'vi')}, ${from} nhập vào ${to}${source === null ? '' : ` (${source})`}.`,
  file: 'Tải lịch .ics',
  links: 'Liên kết lịch',
  add: 'Thêm chuyến',
  assign: 'Phân công',
  overview: 'Tổng quan',
  ownOnly: 'Chỉ hiện các chuyến của đoàn mình.',
  noneShown: 'Không có chuyến nào của đoàn mình như vậy. Chuyến của đoàn khác không hiện ở đây.',
  datesOnly: 'Đối với đoàn khác, chỉ hiển thị đoàn, đơn vị và ngày.',
}
