/** Verbs that say nothing by themselves in a longer sentence ("đóng cửa", "ý kiến hay đấy"): they need an item behind. */
export const WEAK: readonly string[] = [
  'ý kiến',
  'cho ý kiến',
  'trả lời',
  'opinion',
  'comment',
  'feedback',
  'answer',
  'đóng',
  'kết thúc',
  'khóa',
  'rút',
  'rút lại',
  'thu hồi',
  'kéo dài',
  'ghi nhận',
  'record',
  'close',
  'extend',
  'postpone',
  'withdraw',
  'mở',
  'open',
]

/** What a question ends in: "đóng ND-DLCN chưa?" asks, it does not close. */
export const QUESTION_TAIL: readonly string[] = ['chưa ạ rồi không hay nhỉ vậy thế được à hả yet already or not']

/** What a question about the thing itself goes on with: "ủy quyền là gì". */
export const QUESTION_WHAT: readonly string[] = [
  'là gì',
  'là sao',
  'thì sao',
  'thì có',
  'thì',
  'thế nào',
  'như thế nào',
  'ra sao',
  'để làm gì',
  'làm gì',
  'nghĩa là gì',
  'mean',
  'means',
]

/** Phrases about rounds that carry nothing beside a verb. */
export const NOISE: readonly string[] = [
  'đợt lấy ý kiến',
  'lấy ý kiến',
  'ý kiến',
  'góp ý',
  'đợt',
  'dự thảo',
  'hạn',
  'thời hạn',
  'hôm nay',
  'hiện nay',
  'hiện tại',
  'đối với',
  'liên quan',
  'bao nhiêu',
  'công việc',
  'nội dung',
  'round',
  'the round',
  'draft',
  'deadline',
  'so far',
  'right now',
]

/** Words that join and mean nothing in a title or beside one. */
export const CONNECTIVES: readonly string[] = ['về của và các cho với tại the a an of on and for to in at by with']

/** Words that may stand anywhere in a question without changing it. Negations are never among them. */
export const STOP: readonly string[] = [
  'những trong ở là thì ạ nhé nha nhỉ ơi đi vậy thế rồi được có gì nào này đó kia ra sao đang hiện đến tới năm nay',
  'tôi mình em anh chị bạn mọi người bot xem tất cả hết mục phần cái việc đã gồm bao giờ khi một',
  'is are was it me please what which who when how there all team everyone do we have now this s i you about',
]

/** Turn a sentence round: with one of these left over, nothing is guessed. */
export const NEGATIONS: readonly string[] = ['không chưa đừng chẳng ko not dont don never no cannot']
