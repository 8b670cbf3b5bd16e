import type { Position } from '../contract/intent.ts'

/**
 * The words people type, as data, with their diacritics; they are compared folded (see fold.ts), so each stands here
 * once. Where two phrases fit, the longer one is meant: "lịch sử ý kiến" is not "lịch".
 */
export type Verb =
  | 'help'
  | 'home'
  | 'language.vi'
  | 'language.en'
  | 'plan'
  | 'plan.none'
  | 'item'
  | 'status'
  | 'opinion'
  | 'mine'
  | 'history'
  | 'round.start'
  | 'extend'
  | 'close'
  | 'reopen'
  | 'withdraw'
  | 'open'
  | 'record'
  | 'explain'
  | 'digest'
  | 'rehearse'
  | 'remind'
  | 'reminders'
  | 'leave'
  | 'leaves'
  | 'delegate'
  | 'delegations'
  /** Schedules and the like: said, but not to be done here yet. They must not be taken for anything else. */
  | 'later'

export type Phrases = { readonly vi: readonly string[]; readonly en: readonly string[] }

export const VERBS: Readonly<Record<Verb, Phrases>> = {
  help: {
    vi: [
      'trợ giúp',
      'giúp',
      'giúp đỡ',
      'giúp tôi với',
      'giúp mình với',
      'hướng dẫn',
      'cách dùng',
      'cách sử dụng',
      'bạn làm được gì',
      'làm được gì',
    ],
    en: ['help', 'help me', 'how to use', 'how does this work', 'what can you do', 'commands'],
  },
  home: {
    vi: ['trang chủ', 'bắt đầu', 'việc của tôi', 'yêu cầu của tôi', 'tôi cần làm gì', 'tôi phải làm gì'],
    en: ['home', 'start', 'menu', 'my requests', 'my tasks', 'what do i have to do', 'what is due'],
  },
  'language.vi': { vi: ['tiếng việt', 'đổi sang tiếng việt', 'chuyển sang tiếng việt'], en: ['vietnamese'] },
  'language.en': {
    vi: ['tiếng anh', 'đổi sang tiếng anh', 'chuyển sang tiếng anh'],
    en: ['english', 'in english', 'switch to english', 'language english'],
  },
  plan: {
    vi: ['kế hoạch', 'kế hoạch năm', 'xem kế hoạch', 'danh mục công việc', 'nội dung công việc'],
    en: ['plan', 'the plan', 'action plan', 'work plan', 'work items'],
  },
  'plan.none': {
    vi: ['chưa nêu quý', 'không nêu quý', 'chưa có quý', 'không có quý', 'chưa rõ quý', 'chưa xếp quý'],
    en: ['no quarter', 'without a quarter', 'without quarter', 'unscheduled'],
  },
  item: {
    vi: ['chi tiết', 'thông tin', 'nội dung', 'ai soạn thảo', 'cơ quan soạn thảo', 'ai chủ trì', 'giới thiệu'],
    en: ['details', 'detail', 'information', 'info', 'who drafts', 'who is drafting', 'drafting agency', 'what is'],
  },
  status: {
    vi: [
      'tình hình',
      'tiến độ',
      'trạng thái',
      'kết quả',
      'theo dõi',
      'đến đâu',
      'đến đâu rồi',
      'thế nào rồi',
      'tới đâu rồi',
      'ai chưa góp ý',
      'ai chưa gửi ý kiến',
      'ai chưa cho ý kiến',
      'ai chưa trả lời',
      'ai đã góp ý',
      'ai đã gửi ý kiến',
      'ai đã trả lời',
      'bao nhiêu người đã góp ý',
      'bao giờ đến hạn',
      'khi nào đến hạn',
      'hạn góp ý',
      'hạn của',
      'đã mở',
      'đã mở đợt',
      'đã lấy ý kiến',
      'đã đóng',
      'đã gia hạn',
      'các đợt đang mở',
      'đợt nào đang mở',
      'đợt lấy ý kiến',
      'các đợt lấy ý kiến',
    ],
    en: [
      'status',
      'status of',
      'progress',
      'board',
      'results',
      'where are we',
      'who has answered',
      'who has not answered',
      'who is missing',
      'how is',
      'how far',
      'when is the deadline',
      'deadline',
      'open rounds',
      'which rounds are open',
    ],
  },
  opinion: {
    vi: ['góp ý', 'ý kiến', 'cho ý kiến', 'gửi ý kiến', 'đóng góp ý kiến', 'gửi góp ý', 'trả lời'],
    en: [
      'opinion',
      'give opinion',
      'give my opinion',
      'my opinion on',
      'opinion on',
      'comment',
      'comment on',
      'feedback',
      'answer',
    ],
  },
  mine: {
    vi: [
      'ý kiến của tôi',
      'các ý kiến của tôi',
      'góp ý của tôi',
      'ý kiến tôi đã gửi',
      'tôi đã góp ý gì',
      'tôi đã gửi gì',
    ],
    en: ['my opinions', 'my answers', 'my comments', 'what did i answer', 'my opinion'],
  },
  history: {
    vi: ['lịch sử ý kiến', 'lịch sử góp ý', 'lịch sử', 'các bản đã gửi', 'các lần góp ý'],
    en: ['history', 'opinion history', 'history of my opinion', 'my history', 'earlier versions'],
  },
  'round.start': {
    vi: [
      'mở đợt lấy ý kiến',
      'mở đợt góp ý',
      'mở đợt',
      'mở lấy ý kiến',
      'tạo đợt lấy ý kiến',
      'tạo đợt',
      'tổ chức lấy ý kiến',
      'lấy ý kiến',
      'xin ý kiến',
      'gửi lấy ý kiến',
    ],
    en: [
      'open round',
      'open a round',
      'open the round',
      'open an opinion round',
      'start round',
      'start a round',
      'new round',
      'ask for opinions',
      'request opinions',
      'collect opinions',
    ],
  },
  extend: {
    vi: ['gia hạn', 'gia hạn đợt', 'kéo dài', 'kéo dài hạn', 'lùi hạn', 'dời hạn', 'thêm thời gian'],
    en: ['extend', 'extend the round', 'extend the deadline', 'extend deadline', 'postpone', 'postpone the deadline'],
  },
  close: {
    vi: [
      'đóng',
      'đóng đợt',
      'đóng đợt lấy ý kiến',
      'kết thúc',
      'kết thúc đợt',
      'kết thúc đợt lấy ý kiến',
      'đóng lấy ý kiến',
      'khóa',
    ],
    en: ['close', 'close round', 'close the round', 'end the round', 'finish the round'],
  },
  reopen: {
    vi: ['mở lại', 'mở lại đợt', 'mở lại đợt lấy ý kiến'],
    en: ['reopen', 're open', 'open again', 'reopen round', 'reopen the round'],
  },
  withdraw: {
    vi: [
      'rút',
      'rút lại',
      'rút đợt',
      'rút đợt lấy ý kiến',
      'thu hồi',
      'thu hồi đợt',
      'hủy đợt',
      'hủy đợt lấy ý kiến',
      'hủy lấy ý kiến',
    ],
    en: ['withdraw', 'withdraw round', 'withdraw the round', 'cancel round', 'cancel the round', 'recall the round'],
  },
  // "Mở" alone may mean a new round or a closed one.
  open: { vi: ['mở'], en: ['open'] },
  record: {
    vi: [
      'ghi nhận ý kiến',
      'ghi nhận',
      'ghi nhận thay',
      'ghi thay',
      'ghi hộ',
      'ghi ý kiến thay',
      'ghi ý kiến',
      'nhập ý kiến thay',
      'nhập thay',
    ],
    en: ['record opinion', 'record an opinion', 'record the opinion', 'record', 'enter an opinion for'],
  },
  explain: {
    vi: ['vì sao', 'tại sao', 'sao lại', 'sao hạn', 'vì sao hạn', 'tại sao hạn', 'giải thích', 'giải thích hạn'],
    en: ['why', 'why is', 'why the', 'explain', 'explain the deadline'],
  },
  digest: {
    vi: ['bản tin', 'bản tin tuần', 'báo cáo tuần', 'tổng hợp tình hình', 'tổng hợp tình hình tuần'],
    en: ['digest', 'the digest', 'weekly digest', 'weekly report'],
  },
  rehearse: {
    vi: ['diễn tập', 'diễn tập lịch gửi', 'chạy thử', 'chạy thử kế hoạch'],
    en: ['rehearse', 'rehearsal', 'dry run', 'rehearse the plan'],
  },
  remind: {
    vi: [
      'nhắc',
      'nhắc nhở',
      'nhắc hạn',
      'nhắc lại',
      'nhắc thêm',
      'gửi nhắc',
      'gửi nhắc nhở',
      'gửi lời nhắc',
      'đôn đốc',
      'đôn đốc lại',
    ],
    en: ['remind', 'remind again', 'send a reminder', 'send reminder', 'send reminders', 'nudge'],
  },
  reminders: {
    vi: [
      'các lần nhắc',
      'lịch sử nhắc',
      'lịch sử nhắc hạn',
      'nhật ký nhắc',
      'các lần đôn đốc',
      'lịch sử đôn đốc',
      'đã nhắc',
      'đã nhắc ai',
      'đã đôn đốc',
      'đã nhắc những ai',
    ],
    en: ['reminders', 'reminder history', 'history of reminders', 'reminders sent', 'nudges', 'who was reminded'],
  },
  leave: {
    vi: [
      'nghỉ phép',
      'nghỉ từ',
      'nghỉ ngày',
      'tôi nghỉ',
      'tôi sẽ nghỉ',
      'xin nghỉ',
      'xin nghỉ phép',
      'báo nghỉ',
      'báo nghỉ phép',
      'đăng ký nghỉ',
      'đăng ký nghỉ phép',
      'nhập ngày nghỉ',
    ],
    en: ['on leave', 'i am on leave', 'i will be on leave', 'im on leave', 'leave from', 'take leave', 'enter leave'],
  },
  // What is to be ended is chosen from the list.
  leaves: {
    vi: [
      'lịch nghỉ',
      'lịch nghỉ phép',
      'ai nghỉ',
      'ai đang nghỉ',
      'ai sẽ nghỉ',
      'ai nghỉ phép',
      'ai đang nghỉ phép',
      'ai sẽ nghỉ phép',
      'các kỳ nghỉ',
      'bỏ nghỉ phép',
      'thôi nghỉ phép',
      'hủy nghỉ phép',
      'kết thúc nghỉ phép',
      'bỏ kỳ nghỉ',
      'hủy kỳ nghỉ',
      'kết thúc kỳ nghỉ',
    ],
    en: [
      'who is on leave',
      "who's on leave",
      'who is away',
      'list of leave',
      'my leave',
      'absences',
      'end leave',
      'end my leave',
      'cancel leave',
      'cancel my leave',
    ],
  },
  delegate: {
    vi: ['ủy quyền', 'ủy quyền cho', 'ủy quyền mới', 'lập ủy quyền'],
    en: ['delegate', 'delegate to', 'delegation', 'new delegation'],
  },
  // What is to be ended is chosen from the list.
  delegations: {
    vi: [
      'danh sách ủy quyền',
      'các ủy quyền',
      'ai ủy quyền',
      'ủy quyền của tôi',
      'bỏ ủy quyền',
      'hủy ủy quyền',
      'thu hồi ủy quyền',
      'kết thúc ủy quyền',
      'chấm dứt ủy quyền',
      'rút ủy quyền',
    ],
    en: [
      'delegations',
      'list of delegations',
      'my delegations',
      'end delegation',
      'end a delegation',
      'revoke delegation',
      'cancel delegation',
    ],
  },
  later: {
    vi: ['lịch', 'lịch đoàn', 'lịch của tôi', 'nhắc tôi', 'nhắc tôi sau', 'nhắc mình', 'nhắc em'],
    en: ['remind me', 'schedule', 'team schedule', 'snooze'],
  },
}

/** Ways to speak of leave that need a day behind them: "tôi nghỉ việc", and "tôi nghĩ là …" folds to the same. */
export const BARE_LEAVE: readonly string[] = [
  'tôi nghỉ',
  'tôi sẽ nghỉ',
  'nghỉ từ',
  'nghỉ ngày',
  'xin nghỉ',
  'báo nghỉ',
  'leave from',
  'take leave',
]
/** When, behind "lịch nghỉ" and "ai nghỉ". */
export const LEAVE_PERIODS: readonly string[] = [
  'tuần tháng ngày hôm nay mai sau này sắp phép today tomorrow week month next',
]

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

/** Spelled out, slips and all: a position is never guessed from something near to it. */
export const POSITIONS: Readonly<Record<Position, Phrases>> = {
  agree: {
    vi: ['đồng ý', 'hoàn toàn đồng ý', 'nhất trí', 'hoàn toàn nhất trí', 'thống nhất', 'tán thành', 'đồng tình'],
    en: ['agree', 'agreed', 'fully agree'],
  },
  'agree-with-comments': {
    vi: [
      'đồng ý và có ý kiến bổ sung',
      'đồng ý có ý kiến bổ sung',
      'đồng ý và bổ sung',
      'đồng ý có bổ sung',
      'đồng ý kèm ý kiến',
      'đồng ý kèm góp ý',
      'đồng ý và góp ý thêm',
      'đồng ý có góp ý',
      'nhất trí và có ý kiến bổ sung',
      'nhất trí có bổ sung',
    ],
    en: ['agree with comments', 'agree with comment', 'agreed with comments', 'agree and comment'],
  },
  disagree: {
    vi: [
      'không đồng ý',
      'ko đồng ý',
      'k đồng ý',
      'kg đồng ý',
      'hông đồng ý',
      'khg đồng ý',
      'khog đồng ý',
      'khôn đồng ý',
      'kông đồng ý',
      'không đông ý',
      'không dog ý',
      'không đòng í',
      'không thể đồng ý',
      'hoàn toàn không đồng ý',
      'không nhất trí',
      'không tán thành',
      'không đồng tình',
      'không thống nhất',
      'phản đối',
    ],
    en: [
      'disagree',
      'disagre',
      'dissagree',
      'strongly disagree',
      'do not agree',
      "don't agree",
      'dont agree',
      'cannot agree',
      "can't agree",
      'not agree',
    ],
  },
  other: { vi: ['ý kiến khác', 'có ý kiến khác'], en: ['other opinion', 'other'] },
}

/** Said between the item and the position, or before it: "góp ý ND-DLCN: tôi đồng ý". */
export const BEFORE_POSITION: readonly string[] = [
  'là',
  'tôi',
  'chúng tôi',
  'mình',
  'em',
  'xin',
  'xin được',
  'i',
  'we',
  'với ý kiến',
  'is',
]

/** After "đồng ý" these add nothing; anything else makes it an agreement with comments. */
export const AFTER_AGREE: readonly string[] = [
  'ạ nhé nha với dự thảo nghị định chiến lược đề án nội dung toàn bộ hoàn bản này trên cảm ơn nhiều thôi luôn',
  'thanks thank you please to with the draft this it as is',
]

export const GREETINGS: readonly string[] = [
  'xin chào',
  'chào',
  'chào bạn',
  'chào hệ thống',
  'xin chào hệ thống',
  'chào đồng chí',
  'chào các đồng chí',
  'kính chào',
  'alo',
  'cảm ơn',
  'hi',
  'hello',
  'hey',
  'good morning',
  'good afternoon',
  'good evening',
  'thanks',
  'thank you',
]

/** Politeness before what is meant. */
export const FILLERS: readonly string[] = [
  'xin',
  'xin vui lòng',
  'vui lòng',
  'làm ơn',
  'đề nghị',
  'hãy',
  'nhờ',
  'cho tôi',
  'cho mình',
  'cho em',
  'cho xem',
  'cho tôi xem',
  'cho tôi biết',
  'cho biết',
  'giúp tôi',
  'giúp mình',
  'tôi',
  'mình',
  'em',
  'tôi muốn',
  'tôi cần',
  'tôi muốn xem',
  'tôi xin',
  'mình muốn',
  'em muốn',
  'muốn',
  'xem',
  'bot ơi',
  'dondoc',
  'please',
  'can you',
  'could you',
  'would you',
  'i',
  'i want to',
  'i would like to',
  'i want',
  'id like to',
  "i'd like to",
  'let me',
  'let me see',
  'show',
  'show me',
  'give me',
  'see',
  'view',
  'we',
  'help me to',
]

/** How people ask whether a day is worked. */
export const WORKING_DAY: readonly string[] = [
  'ngày làm việc',
  'có làm việc',
  'phải đi làm',
  'có đi làm',
  'ngày nghỉ',
  'ngày lễ',
  'nghỉ lễ',
  'có nghỉ',
  'được nghỉ',
  'có được nghỉ',
  'working day',
  'work day',
  'business day',
  'holiday',
  'public holiday',
  'day off',
]

/** What else stands in a question about a day or a deadline and changes nothing. */
export const ABOUT_DAYS: readonly string[] = [
  'ngày tháng năm hạn thời chót nhắc rơi vào là lại đúng có phải phải làm mai bị',
  'due day date deadline fall falls on reminder nudge reminded is it be set today tomorrow',
]

/** Everybody who has not answered, behind "nhắc". */
export const EVERYBODY: readonly string[] = [
  'tất cả',
  'mọi người',
  'tất cả mọi người',
  'tất cả thành viên',
  'tất cả các thành viên',
  'các thành viên',
  'toàn bộ thành viên',
  'những người chưa trả lời',
  'những người chưa góp ý',
  'những ai chưa trả lời',
  'những ai chưa góp ý',
  'ai chưa trả lời',
  'ai chưa góp ý',
  'người chưa trả lời',
  'người chưa góp ý',
  'thành viên chưa trả lời',
  'thành viên chưa góp ý',
  'các thành viên chưa trả lời',
  'các thành viên chưa góp ý',
  'all',
  'everyone',
  'everybody',
  'all members',
  'the members',
  'those who have not answered',
  'everyone who has not answered',
]

/** Between whom to remind and of what: "nhắc Bộ Y tế về ND-DLCN". */
export const ABOUT: readonly string[] = ['về on about regarding']

/**
 * What may stand before and behind the names of people and is no part of them: "nhắc ông … giúp tôi nhé". Taken as they
 * are spelled, since "về" is nothing and "Vệ" a name.
 */
export const AROUND_NAMES: readonly string[] = [
  'cho',
  'với',
  'tới',
  'đến',
  'gồm',
  'là',
  'của',
  'các',
  'những',
  'anh',
  'chị',
  'ông',
  'bà',
  'đồng chí',
  'về',
  'nhé',
  'nha',
  'ạ',
  'luôn',
  'ngay',
  'giúp',
  'giúp tôi',
  'for',
  'to',
  'the',
  'of',
  'on',
  'about',
  'regarding',
  'please',
  'thanks',
  'now',
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

/** After these a reason follows: "gia hạn ... vì chờ Bộ Công an". */
export const REASON: readonly string[] = [
  'vì',
  'bởi vì',
  'do',
  'vì lý do',
  'với lý do',
  'lý do',
  'để',
  'because',
  'because of',
  'since',
  'reason',
  'due to',
]

export const QUARTER_WORDS: Readonly<Record<string, 1 | 2 | 3 | 4>> = {
  i: 1,
  '1': 1,
  một: 1,
  nhất: 1,
  ii: 2,
  '2': 2,
  hai: 2,
  iii: 3,
  '3': 3,
  ba: 3,
  iv: 4,
  '4': 4,
  bốn: 4,
  tư: 4,
}
export const QUARTER_ORDINALS: Readonly<Record<string, 1 | 2 | 3 | 4>> = {
  first: 1,
  '1st': 1,
  second: 2,
  '2nd': 2,
  third: 3,
  '3rd': 3,
  fourth: 4,
  '4th': 4,
}
/** Quarters told by today, in quarters from now. */
export const QUARTERS_FROM_NOW: Readonly<Record<string, number>> = {
  'quý này': 0,
  'quý sau': 1,
  'quý tới': 1,
  'quý trước': -1,
  'this quarter': 0,
  'next quarter': 1,
  'last quarter': -1,
}

export const MEANINGS = {
  start: { vi: 'Mở đợt lấy ý kiến mới', en: 'Open a new round' },
  reopen: { vi: 'Mở lại đợt đã đóng', en: 'Reopen the closed round' },
} as const
