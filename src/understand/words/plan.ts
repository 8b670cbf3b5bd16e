import type { Phrases } from './phrases.ts'

/** What people type about the year's plan, its items and its quarters. */
export const PLAN_VERBS = {
  plan: {
    vi: ['kế hoạch', 'kế hoạch năm', 'xem kế hoạch', 'danh mục công việc', 'nội dung công việc'],
    en: ['plan', 'the plan', 'action plan', 'work plan', 'work items'],
  },
  'plan.none': {
    vi: ['chưa nêu quý', 'không nêu quý', 'chưa có quý', 'không có quý', 'chưa rõ quý', 'chưa xếp quý'],
    en: ['no quarter', 'without a quarter', 'without quarter', 'unscheduled'],
  },
  item: {
    vi: ['chi tiết', 'thông tin', 'nội dung', 'ai soạn thảo', 'cơ quan soạn thảo', 'ai chủ trì', 'giới thiệu'],
    en: ['details', 'detail', 'information', 'info', 'who drafts', 'who is drafting', 'drafting agency', 'what is'],
  },
} as const satisfies Readonly<Record<string, Phrases>>

export const QUARTER_WORDS: Readonly<Record<string, 1 | 2 | 3 | 4>> = {
  i: 1,
  '1': 1,
  một: 1,
  nhất: 1,
  ii: 2,
  '2': 2,
  hai: 2,
  iii: 3,
  '3': 3,
  ba: 3,
  iv: 4,
  '4': 4,
  bốn: 4,
  tư: 4,
}

export const QUARTER_ORDINALS: Readonly<Record<string, 1 | 2 | 3 | 4>> = {
  first: 1,
  '1st': 1,
  second: 2,
  '2nd': 2,
  third: 3,
  '3rd': 3,
  fourth: 4,
  '4th': 4,
}

/** Quarters told by today, in quarters from now. */
export const QUARTERS_FROM_NOW: Readonly<Record<string, number>> = {
  'quý này': 0,
  'quý sau': 1,
  'quý tới': 1,
  'quý trước': -1,
  'this quarter': 0,
  'next quarter': 1,
  'last quarter': -1,
}
