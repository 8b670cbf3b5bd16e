import type { Phrases } from './phrases.ts'

/** What people type about rounds: opening, changing and closing them. */
export const ROUND_VERBS = {
  'round.propose.form': {
    vi: [
      'mở đợt lấy ý kiến',
      'mở đợt góp ý',
      'mở đợt',
      'mở lấy ý kiến',
      'tạo đợt lấy ý kiến',
      'tạo đợt',
      'tổ chức lấy ý kiến',
      'lấy ý kiến',
      'xin ý kiến',
      'gửi lấy ý kiến',
    ],
    en: [
      'open round',
      'open a round',
      'open the round',
      'open an opinion round',
      'start round',
      'start a round',
      'new round',
      'ask for opinions',
      'request opinions',
      'collect opinions',
    ],
  },
  extend: {
    vi: ['gia hạn', 'gia hạn đợt', 'kéo dài', 'kéo dài hạn', 'lùi hạn', 'dời hạn', 'thêm thời gian'],
    en: ['extend', 'extend the round', 'extend the deadline', 'extend deadline', 'postpone', 'postpone the deadline'],
  },
  close: {
    vi: [
      'đóng',
      'đóng đợt',
      'đóng đợt lấy ý kiến',
      'kết thúc',
      'kết thúc đợt',
      'kết thúc đợt lấy ý kiến',
      'đóng lấy ý kiến',
      'khóa',
    ],
    en: ['close', 'close round', 'close the round', 'end the round', 'finish the round'],
  },
  reopen: {
    vi: ['mở lại', 'mở lại đợt', 'mở lại đợt lấy ý kiến'],
    en: ['reopen', 're open', 'open again', 'reopen round', 'reopen the round'],
  },
  withdraw: {
    vi: [
      'rút',
      'rút lại',
      'rút đợt',
      'rút đợt lấy ý kiến',
      'thu hồi',
      'thu hồi đợt',
      'hủy đợt',
      'hủy đợt lấy ý kiến',
      'hủy lấy ý kiến',
    ],
    en: ['withdraw', 'withdraw round', 'withdraw the round', 'cancel round', 'cancel the round', 'recall the round'],
  },
  // "Mở" alone may mean a new round or a closed one.
  open: { vi: ['mở'], en: ['open'] },
  record: {
    vi: [
      'ghi nhận ý kiến',
      'ghi nhận',
      'ghi nhận thay',
      'ghi thay',
      'ghi hộ',
      'ghi ý kiến thay',
      'ghi ý kiến',
      'nhập ý kiến thay',
      'nhập thay',
    ],
    en: ['record opinion', 'record an opinion', 'record the opinion', 'record', 'enter an opinion for'],
  },
} as const satisfies Readonly<Record<string, Phrases>>

/** After these a reason follows: "gia hạn ... vì chờ Bộ Công an". */
export const REASON: readonly string[] = [
  'vì',
  'bởi vì',
  'do',
  'vì lý do',
  'với lý do',
  'lý do',
  'để',
  'because',
  'because of',
  'since',
  'reason',
  'due to',
]

/** The unit behind a number of working days: "20 ngày làm việc", "20 working days". */
export const WORKING_DAYS: readonly string[] = [
  'ngày làm việc',
  'working day',
  'working days',
  'business day',
  'business days',
  'workday',
  'workdays',
]

/** What leads to that number: "trong vòng", "within". */
export const BEFORE_WORKING_DAYS: readonly string[] = ['trong', 'vòng', 'sau', 'hạn', 'là', 'within', 'in', 'for', 'of']

export const MEANINGS = {
  start: { vi: 'Mở đợt lấy ý kiến mới', en: 'Open a new round' },
  reopen: { vi: 'Mở lại đợt đã đóng', en: 'Reopen the closed round' },
} as const
