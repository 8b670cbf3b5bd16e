/** What is named behind these is left out: "everything except KT-5". */
export const EXCEPTIONS: readonly string[] = [
  'except',
  'except for',
  'excepting',
  'excluding',
  'other than',
  'apart from',
  'all but',
  'everything but',
  'anything but',
  'any but',
  'everyone but',
  'everybody but',
  'all visits but',
  'all rounds but',
  'ngoại trừ',
  'trừ ra',
  'các đợt khác',
  'các chuyến khác',
  'những đợt khác',
  'những chuyến khác',
]

/** Before a verb, these say that it must not be done. */
export const FORBIDDING: readonly string[] = [
  'chớ',
  'chớ có',
  'khỏi',
  'khỏi cần',
  'cấm',
  'nghiêm cấm',
  'tránh',
  'ngăn',
  'ngăn việc',
  'từ chối',
  'bác đề nghị',
  'bác yêu cầu',
  'phản đối',
  'phản đối việc',
  'oppose',
  'opposes',
  'forbid',
  'forbidden',
  'prohibit',
  'avoid',
  'wrong to',
  'against',
  'reject',
  'rejects',
  'no need to',
  'họ muốn',
  'they want to',
  'cancellation of',
  'bị',
]

/** These take back what was said before them, in the same breath. */
export const TAKEN_BACK: readonly string[] = [
  'à mà thôi',
  'à thôi',
  'à không',
  'mà thôi khỏi',
  'đùa thôi',
  'đùa đấy',
  'nói đùa',
  'không đời nào',
  'just kidding',
  'only kidding',
  'never mind',
  'nevermind',
  'scratch that',
  'no wait',
  'on second thought',
  'on second thoughts',
  'forget it',
]

/** Before a position: it is wished for or foreseen, and has not been taken. */
export const EXPECTED: readonly string[] = [
  'must',
  'should',
  'ought to',
  'has to',
  'have to',
  'needs to',
  'phải',
  'nên',
  'cần phải',
  'dự kiến',
  'sẽ',
  'will',
  'neither',
  'partly',
  'mostly',
  'conditionally',
]

/** At the beginning of an opinion: it is another's. */
export const OF_OTHERS: readonly string[] = [
  'my boss',
  'my minister',
  'my colleague',
  'my friend',
  'boss',
  'sếp em',
  'sếp tôi',
  'bảo em',
  'bảo tôi',
  'told me to',
]

/** More than the one day that a form holds. */
export const REPEATED: readonly string[] = ['every', 'mỗi', 'các thứ', 'hàng tuần', 'weekly', 'hàng ngày', 'daily']
