/** What a question ends in: "đóng ND-DLCN chưa?" asks, it does not close. */
export const QUESTION_TAIL: readonly string[] = [
  'chưa ạ rồi không hay nhỉ vậy thế được à hả ta em anh chị nè hè đấy đó yet already or not',
]

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
  'công việc',
  'kể từ ngày gửi',
  'vào hệ thống',
  'trên hệ thống',
  'kể từ ngày nhận',
  'kể từ ngày nhận được',
  'kể từ hôm nay',
  'from the day it is sent',
  'from today',
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
export const NEGATIONS: readonly string[] = [
  'không chưa đừng chẳng ko not dont don never no cannot',
  'won doesn didn isn aren wasn weren couldn shouldn wouldn hasn haven needn mustn',
  'wont doesnt didnt isnt arent wasnt werent shouldnt wouldnt neednt mustnt refuse refused refuses declined',
]

/** Ask politely that something be done; they make no question of it. */
export const REQUESTS: readonly string[] = [
  ...[
    'will you please',
    'could someone',
    'can someone',
    'can somebody',
    'are you able to',
    'is there a way to',
    'would it be ok to',
    'do you think you could',
    'could we',
    'might i',
    'might we',
    'how about we',
    'được không',
    'được ko',
    'được không ạ',
    'được chứ',
    'giúp em được không',
    'giúp tôi được không',
    'giúp được không',
    'được không em',
    'nhé',
    'với nhé',
    'dc ko',
    'dc không',
    'đc ko',
    'đc không',
    'cho em hỏi',
    'cho tôi hỏi',
    'cho hỏi',
    'cho em hỏi là',
    'cho tôi hỏi là',
    'có thể',
    'em có thể',
    'bạn có thể',
  ],
  ...[
    'can you',
    'could you',
    'would you',
    'will you',
    'can you please',
    'could you please',
    'would you please',
    'would you mind',
    'can we',
    'could we',
    'shall we',
    'may i ask',
    'is it possible to',
    'would it be possible to',
    'do you mind',
    'can i',
    'could i',
    'may i',
    'if possible',
    'if you can',
    'if you could',
  ],
]
