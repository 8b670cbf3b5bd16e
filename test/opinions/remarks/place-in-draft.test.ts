import { expect, it } from 'vitest'
import { readStructure } from '../../../src/documents/structure/read-structure.ts'
import { placesIn } from '../../../src/opinions/remarks/place-in-draft.ts'
import { comparePlaces, placeInWords } from '../../../src/opinions/remarks/remark-place.ts'

const provisionsOf = (text: string) =>
  readStructure(
    text.split('\n').map((line, at) => ({ text: line, plain: false, level: null, at: at + 1 })),
    { wrapped: false, title: new Set() },
  ).provisions

const decree = provisionsOf(`NGHỊ ĐỊNH
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi điều chỉnh
Nghị định này quy định việc chia sẻ dữ liệu.
Điều 2. Thời hạn
1. Thời hạn trả lời là 10 ngày.
2. Thời hạn sửa là 72 giờ.
Điều 3. Hiệu lực
Nghị định này có hiệu lực từ ngày ký.
Phụ lục I
MẪU ĐƠN
Điều 1. Họ và tên
Ghi đầy đủ.
Phụ lục II
MẪU BÁO CÁO
Nội dung báo cáo.`)

const strategy = provisionsOf(`CHIẾN LƯỢC
I. Quan điểm
Chính phủ số.
II. Mục tiêu
1. Đến năm 2025
Mọi dịch vụ trực tuyến.
2. Đến năm 2030
Mọi dịch vụ không giấy.`)

const free = (provision: string) => ({ provision, documentId: null, provisionKey: null })
const headings = (provisions: typeof decree, words: readonly string[]) =>
  words.map((each) => {
    const { heading } = placesIn(provisions)(free(each))
    return heading?.kind === 'provision' ? `${heading.path}. ${heading.title}` : heading?.kind
  })

it('puts remarks in the order of the draft itself, whether their provision was chosen or is in words', () => {
  const placeOf = placesIn(decree)
  const chosen = { provision: 'Điều 2 khoản 2', documentId: 'document', provisionKey: 'd2.k2' }
  const comments = [
    ...['Chương I', 'điều 1', 'Dieu 2', 'Điều 2, khoản 1'].map(free),
    chosen,
    ...['Điều 3', 'Điều 1 Phụ lục I', 'Phụ lục II', 'Điều 9', 'Tên gọi'].map(free),
  ]
  const sorted = comments
    .toReversed()
    .toSorted((one, other) => comparePlaces(placeOf(one), placeOf(other)))
    .map(({ provision }) => provision)
  expect(sorted).toEqual(comments.map(({ provision }) => provision))
})

it('lists them under the article, the appendix or the outermost heading, with its title', () => {
  expect(headings(decree, ['khoản 2 Điều 2', 'Điều 1', 'Điều 1 Phụ lục I', 'Chương I'])).toEqual([
    'Điều 2. Thời hạn',
    'Điều 1. Phạm vi điều chỉnh',
    'Phụ lục I. MẪU ĐƠN',
    'Chương I. QUY ĐỊNH CHUNG',
  ])
  expect(headings(strategy, ['II.2', 'Mục I', 'II'])).toEqual([
    'Mục II. Mục tiêu',
    'Mục I. Quan điểm',
    'Mục II. Mục tiêu',
  ])
})

it('puts what the draft does not have behind what it lies in, and words that name nothing of it by themselves', () => {
  const placeOf = placesIn(decree)
  expect(headings(decree, ['Điều 2 khoản 9', 'Điều 9', 'Tên gọi'])).toEqual(['Điều 2. Thời hạn', 'article', undefined])
  const order = ['Điều 2', 'Điều 2 khoản 8', 'Điều 2 khoản 9', 'Điều 3'].map(free)
  expect(order.toReversed().toSorted((one, other) => comparePlaces(placeOf(one), placeOf(other)))).toEqual(order)
  const gone = { provision: 'Điều 2 khoản 7', documentId: 'earlier', provisionKey: 'd2.k7' }
  expect(placeOf(gone).heading).toMatchObject({ id: 'd2' })
})

it('reads words alone where the round has no document', () => {
  expect(placesIn([])(free('Điều 5 khoản 2'))).toEqual(placeInWords('Điều 5 khoản 2'))
})
