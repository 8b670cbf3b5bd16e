type Weekdays = readonly [string, string, string, string, string, string, string]
const weekdays: Weekdays = ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN']

/** What people read of the overview in Vietnamese, the source. Days come in as they are shown. */
export const overviewTexts = {
  button: 'Tổng quan lịch',
  title: (year: number) => `Tổng quan kiểm tra năm ${year}`,
  summary: (total: number, dated: number, undated: number, unassigned: number) =>
    `${total} đơn vị: ${dated} đã có lịch, ${undated} có đoàn nhưng chưa có ngày, ${unassigned} chưa có đoàn.`,
  noUnits: (year: number) => `Kế hoạch năm ${year} chưa có danh sách đơn vị được kiểm tra.`,
  visits: (visits: number, planned: number, confirmed: number, done: number) =>
    `${visits} chuyến kiểm tra: ${planned} dự kiến, ${confirmed} đã xác nhận, ${done} đã thực hiện.`,
  elsewhere: (n: number, year: number) => `Trong đó ${n} chuyến có ngày ngoài năm ${year}.`,
  unassigned: (n: number, notStated: string) => `Chưa phân công đoàn (${n}), ${notStated}:`,
  undated: (n: number, notStated: string) => `Có đoàn, chưa có ngày (${n}), ${notStated}:`,
  undatedUnit: (unit: string, teams: string) => `${unit} (${teams})`,
  moreUnits: (n: number) => `và ${n} đơn vị khác`,
  moreButtons: (n: number) => `và ${n} đơn vị khác; gõ tên đơn vị để mở.`,
  assign: (unit: string) => `Phân công: ${unit}`,
  date: (unit: string) => `Đặt ngày: ${unit}`,
  load: (n: number) => `Số chuyến theo quý của ${n} đoàn`,
  noTeams: 'Chưa có đoàn công tác nào.',
  team: 'Đoàn',
  teamNo: (key: string) => `Đoàn ${key}`,
  leaderless: (team: string) => `${team} (chưa có trưởng đoàn)`,
  quarters: ['Quý I', 'Quý II', 'Quý III', 'Quý IV'],
  noDay: 'Chưa có ngày',
  done: 'Đã thực hiện',
  all: 'Tất cả',
  exportHint: 'Người quản trị hệ thống có thể xuất toàn bộ lịch thành tệp XLSX hoặc CSV.',
  schedule: 'Lịch sắp tới',

  picture: {
    file: (year: number) => `doan-theo-quy-${year}`,
    title: (year: number) => `Số chuyến kiểm tra theo đoàn và quý, năm ${year}`,
    legend: 'Số chuyến:',
    moreTeams: (n: number) => `và ${n} đoàn khác (xem bảng)`,
    columns: ['Quý I', 'Quý II', 'Quý III', 'Quý IV', 'Chưa có ngày'],
    alt: (year: number, rows: string) => `Bản đồ nhiệt: số chuyến kiểm tra theo đoàn và quý, năm ${year}. ${rows}`,
    altRow: (team: string, first: number, second: number, third: number, fourth: number, undated: number) =>
      `${team}: quý I ${first}, II ${second}, III ${third}, IV ${fourth}, chưa có ngày ${undated}`,
  },

  month: {
    name: (month: string) => `Tháng ${month.slice(5)}/${month.slice(0, 4)}`,
    title: (month: string) => `Lịch kiểm tra tháng ${month.slice(5)}/${month.slice(0, 4)}`,
    summary: (month: string, n: number) =>
      n === 0
        ? `Tháng ${month.slice(5)}/${month.slice(0, 4)} không có chuyến kiểm tra nào.`
        : `Tháng ${month.slice(5)}/${month.slice(0, 4)} có ${n} chuyến kiểm tra.`,
    week: 'Tuần',
    weekdays,
    team: (key: string) => `Đ${key}`,
    more: (n: number) => `+${n}`,
    off: (day: string, name: string) => `${day}: ngày nghỉ, ${name}`,
    worked: (day: string, name: string) => `${day}: ngày làm bù, ${name}`,
    marks: (days: string) => `* ${days}.`,
    visit: (when: string, unit: string, team: string, state: string) => `${when}: ${unit}, ${team} (${state})`,
    endsAt: (time: string) => `đến ${time}`,
    moreVisits: (n: number) => `và ${n} chuyến khác; gõ “lịch” để xem tiếp.`,
  },
}
