/** How a provision is cited in Vietnamese, which is the language of every draft. A heading is cited as its section is. */
export const PROVISION_NAMES = {
  part: 'Phần',
  chapter: 'Chương',
  section: 'Mục',
  subsection: 'Tiểu mục',
  article: 'Điều',
  clause: 'khoản',
  point: 'điểm',
  heading: 'Mục',
  appendix: 'Phụ lục',
} as const
