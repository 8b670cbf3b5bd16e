/** What people read on the page of a round's remarks, in Vietnamese, the source. */
export const remarksPageTexts = {
  answered: (done: number, all: number) => `${done} trên ${all} góp ý đã trả lời`,
  due: (deadline: string) => `Hạn ${deadline}`,
  every: 'Tất cả góp ý',
  progress: 'Tiến độ',
  outline: 'Mục lục dự thảo',
  list: 'Góp ý theo thứ tự của dự thảo',
  none: 'Không có góp ý nào ở đây.',
  record: 'Lập bảng tổng hợp',
  tabs: { all: 'Tất cả', open: 'Chưa trả lời', drafts: 'Bản nháp', settled: 'Đã hoàn tất' },
  range: (from: number, to: number, all: number) => `Góp ý ${from}–${to} trong ${all}`,
  group: 'Gộp góp ý giống nhau',
  returned: 'Trả lại',
  objected: 'Chưa thỏa đáng',
  settled: 'Đã hoàn tất',
  grouped: (n: number) => `Gộp ${n}`,
  split: 'Tách nhóm',
}
