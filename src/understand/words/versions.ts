/** How versions of a draft are told, in both languages. */

/** What stands before the number. */
export const VERSION_HEADS: readonly string[] = [
  ...['bản', 'lần', 'bản dự thảo', 'bản thảo', 'dự thảo', 'dự thảo bản', 'phiên bản', 'bản lần', 'lần dự thảo'],
  ...['version', 'ver', 'v', 'draft', 'draft version', 'revision', 'rev', 'edition'],
]
/** What stands behind an ordinal. */
export const VERSION_TEXTS: readonly string[] = ['version draft revision edition']
export const VERSION_ORDINALS: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
}
export const VERSION_NUMBERS: Readonly<Record<string, number>> = {
  ...{ nhất: 1, một: 1, hai: 2, ba: 3, bốn: 4, tư: 4, năm: 5, sáu: 6, bảy: 7, tám: 8, chín: 9, mười: 10 },
  ...{ one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10 },
}
/** Behind a number these make a day, an hour or a count of it: "dự thảo 2 tháng 7", "draft 2 July", "lấy 2 bộ". */
export const BEHIND_NO_VERSION: readonly string[] = [
  'thang gio h g bo don vi nguoi july june august september october november december january february march april may',
  'jan feb mar apr jun jul aug sep oct nov dec ministries members am pm pages articles',
]
