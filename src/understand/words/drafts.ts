import type { Phrases } from './phrases.ts'

/** What people type who want to read a draft. */
export const DRAFT_VERBS = {
  draft: {
    vi: [
      'xem dự thảo',
      'đọc dự thảo',
      'xem bản dự thảo',
      'xem toàn văn dự thảo',
      'đọc toàn văn dự thảo',
      'mục lục dự thảo',
      'đề cương dự thảo',
    ],
    en: [
      'read draft',
      'read the draft',
      'show draft',
      'show the draft',
      'view draft',
      'view the draft',
      'draft outline',
    ],
  },
} as const satisfies Readonly<Record<string, Phrases>>

/** "tìm … trong dự thảo ND-DLCN": how it begins, and what stands before the item. */
export const FINDING = ['tìm', 'tìm kiếm', 'tra', 'tra cứu', 'find', 'search', 'search for', 'look for', 'look up']
export const IN_DRAFT = [
  'trong dự thảo',
  'ở dự thảo',
  'trong bản dự thảo',
  'in draft',
  'in the draft',
  'in the draft of',
]

/** What the name of a provision is made of, besides its numbers. */
export const PROVISION_WORDS = [
  ...['điều', 'khoản', 'điểm', 'chương', 'mục', 'tiểu mục', 'phần', 'phụ lục'],
  ...['article', 'clause', 'point', 'chapter', 'section', 'part', 'annex', 'appendix'],
]
