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

const versions: readonly Case[] = [
  ['lấy ý kiến nghị định bản 2 hạn 30/6', '2 (bản 2)'],
  ['lay y kien nghi dinh ban du thao 2 han 30/6', '2 (ban du thao 2)'],
  ['dự thảo 2 nghị định', '2 (dự thảo 2)'],
  ['dự thảo lần 2', '2 (dự thảo lần 2)'],
  ['dự thảo lần thứ hai', '2 (dự thảo lần thứ hai)'],
  ['bản thứ 3', '3 (bản thứ 3)'],
  ['bản v2', '2 (bản v2)'],
  ['bản thảo 3', '3 (bản thảo 3)'],
  ['v2', '2 (v2)'],
  ['the second draft of the decree', '2 (second draft)'],
  ['the 2nd draft', '2 (2nd draft)'],
  ['draft no. 2', '2 (draft no. 2)'],
  ['draft number two', '2 (draft number two)'],
  ['draft two, deadline 30 June', '2 (draft two)'],
  ['version no. 3', '3 (version no. 3)'],
  ['ver. 3, revision 4', '3 (ver. 3), 4 (revision 4)'],
  ['dự thảo 2/7', ''],
  ['gửi dự thảo 2 tháng 7', ''],
  ['the draft 2 July', ''],
  ['dự thảo ba', ''],
  ['bản này hai bộ góp ý', ''],
]

const reasons: readonly Case[] = [
  [
    'Their director was taken to hospital so we need another date for KT-2',
    'Their director was taken to hospital (Their director was taken to hospital so)',
  ],
  ['vì giám đốc ốm nên xin dời KT-2 sang 3/7', 'giám đốc ốm (vì giám đốc ốm nên)'],
  ['do bão nên dời KT-2', 'bão (do bão nên)'],
  ['As their director is ill, please move KT-2', 'their director is ill (As their director is ill)'],
  ['All replies are in, close the decree', 'All replies are in (All replies are in)'],
  ['close the decree, all replies are in', 'all replies are in (all replies are in)'],
  ['extend the decree by 3 days as MOH asked for it', 'MOH asked for it (as MOH asked for it)'],
  ['extend the decree at the request of MOF', 'at the request of MOF (at the request of MOF)'],
  ['extend the decree so that MOF can answer', 'MOF can answer (so that MOF can answer)'],
  ['cancel KT-5 given the floods', 'the floods (given the floods)'],
  ['gia hạn nghị định, lý do: 3 bộ mới xin thêm', '3 bộ mới xin thêm (lý do: 3 bộ mới xin thêm)'],
  [
    'gia hạn nghị định theo công văn của Bộ Tài chính',
    'theo công văn của Bộ Tài chính (theo công văn của Bộ Tài chính)',
  ],
  // None.
  ['vì sao hạn cơ sở dữ liệu đất đai', ''],
  ['move KT-2 to 3 July as soon as possible', ''],
  ["KT-2 can't be on Friday so please move KT-2", ''],
  ['open a round on the decree, the deadline is 3 July', ''],
  ['close the decree, they are in team 3', ''],
  ['is the decree closed, are all replies in?', ''],
  ['KT-4 ngày 25/6 thay vì 26/6', ''],
]

describe.each([
  ['versions', ['version'], versions],
  ['reasons', ['reason'], reasons],
  ['ministries and agencies', ['body'], bodies],
  ['people', ['person'], persons],
] as const)('%s', (_, kinds, cases) => {
  test.each(cases)('%s', (sentence, found) => {
    expect(valuesIn(sentence, kinds)).toBe(found)
  })
})

/** The items meant, by key. */
const items: readonly Case[] = [
  ['tình hình CL', 'CL-CPDT'],
  ['tình hình NĐ', 'ND-DLCN'],
  ['đóng DA', 'DA-KNDL'],
  ['status of the e-gov strategy', 'CL-CPDT'],
  ['eGov strategy', 'CL-CPDT'],
  ['the PDP decree', 'ND-DLCN'],
  ['tình hình KNDL', 'DA-KNDL'],
  ['tình hình chiến lược CPDT', 'CL-CPDT'],
  ['tình hình đề án', 'DA-KNDL'],
  ['tình hình đề án kết nối', 'DA-KNDL'],
  ['csdl đất', 'CSDL-DD'],
  ['csdl dân', 'CSDL-DC'],
  ['the vehicle db', 'CSDL-PTGT'],
  ['nghị định bảo vệ dữ liệu', 'ND-DLCN'],
  ['due to the National Assembly session extend ND-DLCN', 'ND-DLCN'],
  // None, or not one.
  ['em ĐÃ gửi', ''],
  ['ND 13', ''],
  ['nghị định 13/2020/NĐ-CP', 'ND-DLCN'],
  ['13/2020/NĐ-CP', ''],
  ['CLOSE ALL NOW', ''],
  ['em để án phí ở đâu', ''],
  ['để an toàn', ''],
  ['tình hình HT', ''],
]

test.each(items)('the item of “%s”', (sentence, found) => {
  const text = words(sentence)
  const { items } = readingOf(sentenceOf(sentence, mended(sentence, text, ROSTER), ROSTER)).items
  expect(items.map(({ key }) => key).join(', ')).toBe(found)
})
