import { isCapitals } from './labels.ts'

const RECIPIENTS = /(?:^|\| )nơi nhận\s*:?(?:$| )/iu
/** "Luật này được Quốc hội ... thông qua ngày ...": below the last article of a law. */
const ADOPTED = /^(?:bộ luật|luật|pháp lệnh|nghị quyết) này (?:đã )?được .+ thông qua /iu
const SIGNS_FOR = /^(?:T\/?M|KT|TL|TUQ|Q)\.\s*\p{Lu}/u
const OFFICE =
  /^(?:QUYỀN |PHÓ )?(?:THỦ TƯỚNG|BỘ TRƯỞNG|CHỦ TỊCH|CHỦ NHIỆM|TỔNG BÍ THƯ|TỔNG CỤC TRƯỞNG|CỤC TRƯỞNG|THỐNG ĐỐC|TỔNG THANH TRA|TRƯỞNG BAN|CHÁNH ÁN|VIỆN TRƯỞNG)/u
/** Documents that are issued with another one and have articles of their own. */
const ISSUED =
  /^(?:QUY CHẾ|QUY ĐỊNH|QUY TRÌNH|QUY CHUẨN|ĐIỀU LỆ|ĐỀ ÁN|CHIẾN LƯỢC|CHƯƠNG TRÌNH|KẾ HOẠCH|DANH MỤC|DANH SÁCH|HƯỚNG DẪN|NỘI QUY|THỂ LỆ|BẢNG|KHUNG)(?![\p{L}])/u
const WITH = /^\(?\s*(?:được )?(?:ban hành )?(?:kèm theo|cùng với) /iu

/**
 * Whether a line begins what stands below the provisions: the addressees, the signature, the note of adoption. An office
 * in capitals is only `likely` to: it may stand in the text as well.
 */
export function endOf(text: string): 'sure' | 'likely' | undefined {
  if (RECIPIENTS.test(text) || ADOPTED.test(text)) return 'sure'
  const first = text.split(' | ')[0] ?? ''
  if (SIGNS_FOR.test(first)) return 'sure'
  return OFFICE.test(first) && isCapitals(first) && first.length <= 60 ? 'likely' : undefined
}

/** Whether a line begins a document issued with this one ("QUY CHẾ ... (Ban hành kèm theo ...)"). */
export function beginsIssued(text: string, after: readonly string[]): boolean {
  return ISSUED.test(text) && isCapitals(text) && after.some((each) => WITH.test(each))
}
