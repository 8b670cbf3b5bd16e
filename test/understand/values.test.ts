import { describe, expect, test } from 'vitest'
import { words } from '../../src/texts/fold.ts'
import { readingOf } from '../../src/understand/engine/reading.ts'
import { sentenceOf, typed } from '../../src/understand/engine/sentence.ts'
import { mended } from '../../src/understand/engine/slips.ts'
import type { Value } from '../../src/understand/engine/span.ts'
import { VOCABULARY } from './plan-vocabulary.ts'

const ROSTER = { ...VOCABULARY, people: ['Bạch Thái Bưởi', 'Hoàng Anh', 'Y Moan Ênuôl', 'Trưởng đoàn 3 (mẫu)'] }

/** The values of these kinds in a sentence, in order: what they stand for, by the words that say it. */
function valuesIn(sentence: string, kinds: readonly Value['kind'][]): string {
  const text = words(sentence)
  const reading = readingOf(sentenceOf(sentence, mended(sentence, text, ROSTER), ROSTER))
  return reading.values
    .filter(({ value }) => kinds.includes(value.kind))
    .sort((a, b) => a.start - b.start)
    .map(({ value, start, end }) => `${shown(value)} (${typed(reading, start, end)})`)
    .join(', ')
}

function shown(value: Value): string {
  switch (value.kind) {
    case 'body':
    case 'person':
      return value.name
    case 'version':
      return String(value.number)
    case 'reason':
      return value.text
    case 'key':
      return value.item
    default:
      return value.kind
  }
}

type Case = readonly [sentence: string, found: string]

const bodies: readonly Case[] = [
  ['nudge MOH and MOHA about the decree', 'Bộ Y tế (MOH), Bộ Nội vụ (MOHA)'],
  ['remind moit and the MoJ', 'Bộ Công Thương (moit), Bộ Tư pháp (MoJ)'],
  ['remind MND, MOD', 'Bộ Quốc phòng (MND), Bộ Quốc phòng (MOD)'],
  ['remind the OG, OOG', 'Văn phòng Chính phủ (OG), Văn phòng Chính phủ (OOG)'],
  ['remind M.O.H. about the decree', 'Bộ Y tế (M.O.H)'],
  ['remind Min. of Finance', 'Bộ Tài chính (Min. of Finance)'],
  ['remind the Ministry of Helth', 'Bộ Y tế (Ministry of Helth)'],
  ['remind ministry of plannign and investment', 'Bộ Kế hoạch và Đầu tư (ministry of plannign and investment)'],
  ['remind the Ministry of Education', 'Bộ Giáo dục và Đào tạo (Ministry of Education)'],
  ['nhắc B.T.C và Bộ T.C', 'Bộ Tài chính (B.T.C), Bộ Tài chính (Bộ T.C)'],
  ['nhắc bộ KHĐT, Kế hoạch Đầu tư', 'Bộ Kế hoạch và Đầu tư (bộ KHĐT), Bộ Kế hoạch và Đầu tư (Kế hoạch Đầu tư)'],
  ['nhắc Bộ KH và ĐT', 'Bộ Kế hoạch và Đầu tư (Bộ KH và ĐT)'],
  ['nhắc Công an, bên Tài chính', 'Bộ Công an (Công an), Bộ Tài chính (Tài chính)'],
  [
    'nhắc bộ lao động với bộ giáo dục',
    'Bộ Lao động - Thương binh và Xã hội (bộ lao động), Bộ Giáo dục và Đào tạo (bộ giáo dục)',
  ],
  ['bên Giáo dục trả lời chưa', 'Bộ Giáo dục và Đào tạo (bên Giáo dục)'],
  ['nhắc lao động', ''],
  ['ngân hàng nào gần đây', ''],
]

const persons: readonly Case[] = [
  ['thêm vụ trưởng Nam vào đoàn 3', 'Nam (vụ trưởng Nam)'],
  ['thêm phó vụ trưởng Lê Thị Hoa vào đoàn 3', 'Lê Thị Hoa (phó vụ trưởng Lê Thị Hoa)'],
  ['ủy quyền cho đ/c Hà', 'Hà (đ/c Hà)'],
  ['add Deputy Director Lan to team 3', 'Lan (Deputy Director Lan)'],
  ['put Ms. Lan on team 2', 'Lan (Ms. Lan)'],
  ['rut Pham Quoc Bao ra khoi doan 4', 'Pham Quoc Bao (Pham Quoc Bao)'],
  ['uy quyen cho pham quoc bao tu 22/6', 'pham quoc bao (pham quoc bao)'],
  ['thêm Nông Đức Mạnh vào đoàn 3', 'Nông Đức Mạnh (Nông Đức Mạnh)'],
  ['them Ha Thi Khiet vao doan 3', 'Ha Thi Khiet (Ha Thi Khiet)'],
  ['ghi ý kiến của chị Lan Bộ Tư pháp', 'Lan (chị Lan)'],
  // Of the roster, however they are written.
  ['them bach thai buoi vao doan 3', 'bach thai buoi (bach thai buoi)'],
  ['nhắc Y Moan Ênuôl', 'Y Moan Ênuôl (Y Moan Ênuôl)'],
  ['remind Hoang Anh about the decree', 'Hoang Anh (Hoang Anh)'],
  ['hoang anh', ''],
  ['lịch trưởng đoàn 3', ''],
  // Nobody.
  ['bộ trưởng Bộ Y tế đồng ý', ''],
  ['lich cua rieng em', ''],
  ['phạm vi điều chỉnh', ''],
  ['cho pham vi dieu chinh tu 22/6', ''],
  ['nghi nguyen tuan sau', ''],
  ['Call off the inspection in Ha Giang. The congress is on that week', ''],
  ['July inspections at a glance', ''],
  ['our visit to the Ministry of Transport', ''],
]

describe.each([
  ['ministries and agencies', ['body'], bodies],
  ['people', ['person'], persons],
] as const)('%s', (_, kinds, cases) => {
  test.each(cases)('%s', (sentence, found) => {
    expect(valuesIn(sentence, kinds)).toBe(found)
  })
})
