import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { understand } from '../../src/understand/understand.ts'
import { runs } from '../support/runs.ts'
import { speaker } from './blind/judge.ts'
import { understood } from './understood.ts'

const read = (who: string, raw: string) => understand(raw, speaker(who))

/** Who types, what, and what is read of it: by kinds of wording. */
const SAID: readonly (readonly [kind: string, who: string, raw: string, read: string])[] = [
  ['own body', 'member', 'Ministry of Health agrees with the draft decree', 'opinion.type ND-DLCN agree'],
  [
    'own body',
    'member',
    'The Ministry of Health has the honour to inform that it has no objection to the draft strategy',
    'opinion.type CL-CPDT agree',
  ],
  [
    'own body',
    'member',
    'Bộ Y tế trân trọng thông báo thống nhất với dự thảo Chiến lược',
    'opinion.type CL-CPDT agree',
  ],
  [
    'yes or no',
    'member',
    "It's a no from us on the strategy: no money for it",
    'opinion.type CL-CPDT disagree | no money for it',
  ],
  [
    'yes or no',
    'member',
    'BYT ok nghị định nhưng bỏ Điều 17 đi',
    'opinion.type ND-DLCN agree-with-comments | nhưng bỏ Điều 17 đi',
  ],
  [
    'no side',
    'member',
    "On the strategy we take no side: it's outside our remit",
    "opinion.type CL-CPDT other | it's outside our remit",
  ],
  ['no side', 'member', 'Bộ em xin phép không tham gia ý kiến về nghị định', 'opinion.type ND-DLCN other'],
  [
    'in part',
    'member',
    'không đồng ý một phần nghị định: Điều 17 trùng Luật An ninh mạng',
    'opinion.type ND-DLCN disagree | không đồng ý một phần nghị định: Điều 17 trùng Luật An ninh mạng',
  ],
  [
    'of a provision',
    'member',
    'We disagree with Article 9 of the decree',
    'opinion.type ND-DLCN disagree | disagree with Article 9 of the decree',
  ],
  [
    'in passing',
    'coordinator',
    'BGTVT goi dien bao khong dong y nghi dinh, ho noi chong cheo voi csdl phuong tien',
    'record.save.form ND-DLCN BGTVT disagree | ho noi chong cheo voi csdl phuong tien',
  ],
  [
    'in passing',
    'coordinator',
    'got a fax from the Ministry of Justice, they disagree with the decree: Article 17 overlaps the Civil Code',
    'record.save.form ND-DLCN Ministry of Justice disagree | Article 17 overlaps the Civil Code',
  ],
  [
    'write it down',
    'coordinator',
    'NHNN goi dien bao khong dong y voi nghi dinh, vuong dieu 21, vao so giup',
    'record.save.form ND-DLCN NHNN disagree | vuong dieu 21',
  ],
  [
    'write it down',
    'coordinator',
    'BTP alo bảo ok nhưng đề nghị sửa lại Điều 8, em lưu vào nhé, cái nghị định ấy',
    'record.save.form ND-DLCN BTP agree-with-comments | nhưng đề nghị sửa lại Điều 8',
  ],
  [
    'how it came',
    'coordinator',
    'A letter came in from Foreign Affairs on the decree; they agree but want clause 3 of article 22 made clearer',
    'record.save.form ND-DLCN Foreign Affairs agree-with-comments | but want clause 3 of article 22 made clearer',
  ],
]

describe('an opinion is who takes which position with which words on what', () => {
  test.each(SAID)('%s, by a %s: %s', (_, who, raw, expected) => expect(understood(read(who, raw))).toBe(expected))

  test.each([
    ['Agreed, nothing to add', 'agree', undefined],
    ['thống nhất, không có ý kiến gì thêm', 'agree', undefined],
    [
      'agree in principle, pls define sensitive data more narrowly',
      'agree-with-comments',
      'agree in principle, pls define sensitive data more narrowly',
    ],
  ])('without an item it is asked on what, with all that was said: %s', (raw, position, body) => {
    const found = read('member', raw)
    expect(found).toMatchObject({ kind: 'missing', verb: 'opinion.type' })
    expect(found.kind === 'missing' ? found.opinion : undefined).toEqual({
      position,
      ...(body === undefined ? {} : { body }),
    })
  })

  test.each([
    'Justice says it agrees with the decree, right?',
    'I think Justice agrees with the decree',
    'Justice apparently agrees with the decree',
    'If Justice agrees with the decree, tell me',
    'tell Justice that we agree with the decree',
    "Justice agrees with the decree, Finance doesn't",
    'delete the note that Justice agrees with the decree',
    'hình như BTC đồng ý nghị định rồi',
    'nếu BTC đồng ý nghị định thì báo em',
    'BVHTTDL đồng ý nghị định hay không đồng ý',
    'BTC đồng ý nghị định chưa',
  ])('what is asked, heard, taken back or said of two is recorded of nobody: %s', (raw) => {
    const found = read('coordinator', raw)
    expect(found.kind === 'intent' ? found.intent.kind : '', understood(found)).not.toMatch(/^record|^opinion\.type/)
  })
})

const WHO = fc.constantFrom('Bộ Tư pháp', 'BTC', 'Ministry of Justice', 'the State Bank')
const CAME = fc.constantFrom(' vừa gọi điện báo ', ' gửi công văn, ', ' rang: they ', ' by letter: ')
const TAKES = fc.constantFrom('không đồng ý với nghị định', 'disagree with the decree', 'không nhất trí nghị định')
const WORDS = fc.array(
  fc.constantFrom(
    'mức phạt',
    'Điều 9',
    'too strict',
    'CSDL-PTGT',
    'chưa rõ',
    'hồ sơ',
    '“sensitive”',
    'kinh phí',
    '2023',
  ),
  { minLength: 2, maxLength: 8 },
)
const ASKS = fc.constantFrom(
  '',
  ', vào sổ giúp',
  ', em ghi nhận vào hệ thống hộ anh',
  '. Can you log it',
  ', please record it',
)

test('the words of an opinion are a stretch of what was typed, and nothing of it but the request is left out', () => {
  fc.assert(
    fc.property(WHO, CAME, TAKES, WORDS, ASKS, (who, came, takes, some, asks) => {
      const words = some.join(' ')
      const raw = `${who}${came}${takes}: ${words}${asks}`
      const found = read('coordinator', raw)
      const intents =
        found.kind === 'intent'
          ? [found.intent]
          : found.kind === 'no-such-day'
            ? []
            : 'options' in found
              ? found.options.map(({ intent }) => intent)
              : found.nearest
      for (const intent of intents) {
        if (intent.kind !== 'record.save.form' || intent.body === undefined) continue
        expect(raw).toContain(intent.body)
        expect(intent.body.replace(/\.$/, '')).toContain(words)
        expect(intent.body).not.toMatch(/vào sổ|ghi nhận vào|log it|record it/)
      }
      // Taken, or asked about where another item is named in the words.
      expect(intents, raw).toContainEqual(
        expect.objectContaining({ kind: 'record.save.form', item: 'ND-DLCN', position: 'disagree' }),
      )
    }),
    { numRuns: runs(300) },
  )
})
