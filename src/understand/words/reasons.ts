/** How reasons are told, in both languages. */

/** After these a reason follows: "gia hạn ... vì chờ Bộ Công an". */
export const REASON: readonly string[] = [
  'owing to',
  'on account of',
  'account of',
  'at the request of',
  'so that',
  'in order that',
  'in order to',
  'seeing as',
  'given the',
  'given their',
  'given our',
  'thanks to',
  'in view of',
  'in light of',
  'in the light of',
  'by reason of',
  'given that',
  'considering that',
  'on the grounds that',
  'on the ground that',
  'as a result of',
  'for the reason that',
  'seeing that',
  'the reason being',
  'on grounds of',
  'vì',
  'bởi vì',
  'do',
  'vì lý do',
  'theo đề nghị',
  'theo yêu cầu',
  'theo chỉ đạo',
  'theo kiến nghị',
  'theo công văn',
  'theo ý kiến',
  'theo văn bản',
  'theo đề xuất',
  'căn cứ',
  'tại vì',
  'bởi',
  'lí do',
  'lý do là',
  'nhằm',
  'với lý do',
  'lý do',
  'để',
  'because',
  'because of',
  'since',
  'reason',
  'due to',
]

/** Those that tell one at the beginning of a sentence alone. */
export const LEADING_REASON: readonly string[] = ['as', 'given', 'seeing as', 'with regard to', 'tại', 'nhân', 'xét']

/** Who or what begins a statement. */
export const STATED_SUBJECTS: readonly string[] = [
  'all everybody everyone nobody they he she it there their the our some several many most two three both no',
]
export const AS_SUBJECTS: readonly string[] = [...STATED_SUBJECTS, 'we i only not half few one his her its my']
export const FINITE_VERBS: readonly string[] = [
  'is are was were has have had needs need asked asks wants want will would cannot can could hasn haven isn aren wasn did',
  'does didn doesn couldn falls fell comes came asked sent says said overlaps clashes clash moved must been missed lost s',
]
/** "As soon as", "the same as": no reasons. */
export const NO_AS_BEFORE: readonly string[] = [
  'same such as well known soon far long much many just so closed recorded regarded taken treated',
]
/** "… so we need another date", "… so please move it"; not "so far", and no "cơ sở dữ liệu". */
export const BEHIND_SO: readonly string[] = [
  'push put shift bring call drop move set we i please pls could can kindly let you they need would may might move cancel extend postpone withdraw close reopen',
]
/** A statement that holds one of these says how, not why: "…, the deadline is Friday". */
export const NOT_STATED: readonly string[] = [
  'deadline due version draft team leader please remind move extend close not',
]
