import type { Phrases } from './phrases.ts'

/** What people type about leave and delegation. */
export const PEOPLE_VERBS = {
  leave: {
    vi: [
      'nghỉ phép',
      'nghỉ từ',
      'nghỉ ngày',
      'tôi nghỉ',
      'tôi sẽ nghỉ',
      'xin nghỉ',
      'xin nghỉ phép',
      'báo nghỉ',
      'báo nghỉ phép',
      'đăng ký nghỉ',
      'đăng ký nghỉ phép',
      'nhập ngày nghỉ',
    ],
    en: ['on leave', 'i am on leave', 'i will be on leave', 'im on leave', 'leave from', 'take leave', 'enter leave'],
  },
  // What is to be ended is chosen from the list.
  leaves: {
    vi: [
      'lịch nghỉ',
      'lịch nghỉ phép',
      'ai nghỉ',
      'ai đang nghỉ',
      'ai sẽ nghỉ',
      'ai nghỉ phép',
      'ai đang nghỉ phép',
      'ai sẽ nghỉ phép',
      'các kỳ nghỉ',
      'bỏ nghỉ phép',
      'thôi nghỉ phép',
      'hủy nghỉ phép',
      'kết thúc nghỉ phép',
      'bỏ kỳ nghỉ',
      'hủy kỳ nghỉ',
      'kết thúc kỳ nghỉ',
    ],
    en: [
      'who is on leave',
      "who's on leave",
      'who is away',
      'list of leave',
      'my leave',
      'absences',
      'end leave',
      'end my leave',
      'cancel leave',
      'cancel my leave',
    ],
  },
  delegate: {
    vi: ['ủy quyền', 'ủy quyền cho', 'ủy quyền mới', 'lập ủy quyền'],
    en: ['delegate', 'delegate to', 'delegation', 'new delegation'],
  },
  // What is to be ended is chosen from the list.
  delegations: {
    vi: [
      'danh sách ủy quyền',
      'các ủy quyền',
      'ai ủy quyền',
      'ủy quyền của tôi',
      'bỏ ủy quyền',
      'hủy ủy quyền',
      'thu hồi ủy quyền',
      'kết thúc ủy quyền',
      'chấm dứt ủy quyền',
      'rút ủy quyền',
    ],
    en: [
      'delegations',
      'list of delegations',
      'my delegations',
      'end delegation',
      'end a delegation',
      'revoke delegation',
      'cancel delegation',
    ],
  },
} as const satisfies Readonly<Record<string, Phrases>>

/** Ways to speak of leave that need a day behind them: "tôi nghỉ việc", and "tôi nghĩ là …" folds to the same. */
export const BARE_LEAVE: readonly string[] = [
  'tôi nghỉ',
  'tôi sẽ nghỉ',
  'nghỉ từ',
  'nghỉ ngày',
  'xin nghỉ',
  'báo nghỉ',
  'leave from',
  'take leave',
]

/** When, behind "lịch nghỉ" and "ai nghỉ". */
export const LEAVE_PERIODS: readonly string[] = [
  'tuần tháng ngày hôm nay mai sau này sắp phép today tomorrow week month next',
]
