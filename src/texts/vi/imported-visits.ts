const part = (n: number, what: string): readonly string[] => (n === 0 ? [] : [`${n} ${what}`])

/** What people read of many visits changed at once, in Vietnamese, the source. */
export const importedVisitsTexts = {
  title: 'Lịch kiểm tra mới cập nhật',
  text: (created: number, changed: number, cancelled: number) =>
    `Lịch kiểm tra mới cập nhật: ${[...part(created, 'chuyến mới'), ...part(changed, 'chuyến thay đổi'), ...part(cancelled, 'chuyến bị hủy')].join(', ')}.`,
  change: 'Thay đổi',
  created: 'mới',
  cancelled: 'đã hủy',
  was: (label: string, before: string) => `${label} trước đây: ${before}`,
  placeIs: (now: string | null, before: string | null) =>
    `Địa điểm: ${now ?? 'chưa nêu'} (trước đây: ${before ?? 'chưa nêu'})`,
  leaves: (team: string) => `không còn là chuyến của ${team}`,
  notTheirDay: 'đã dời sang ngày ngoài thời gian tham gia đoàn',
  note: 'ghi chú mới',
  mine: 'Lịch của tôi',
}
