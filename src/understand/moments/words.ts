/** The words of days and hours, in both languages, as data. Phrases of several words are matched longest first. */

/**
 * Vietnamese words that are other words without their diacritics ("sau" after, "sáu" six; "tôi" I, "tới" until). Where a
 * sentence is written with diacritics, these bare are not the words with diacritics.
 */
export const OTHER_WHEN_BARE: readonly string[] = [
  'sang toi sau mot tu ngay nam them moi may nua so hang thu bon qua mung den kem tam chin bay to bo vong quan tinh phong muc diem cau lan',
]

/** Words by which a sentence is known as English, and those by which it is known as Vietnamese without diacritics. */
export const ENGLISH: readonly string[] = [
  'the to on at by of for from until till before after between and is are was what who which when where why how my our',
  'your you we it this next please move postpone reschedule shift visit visits leave team week month deadline due with',
  'will be have has could would not yes agree open close extend remind plan opinion draft decree schedule back delay push',
  'remain stay start starting end ending through within january february march april june july august september october',
  'november december monday tuesday give them another days weeks more us wednesday thursday friday saturday sunday today tomorrow around in off out',
]
export const VIETNAMESE: readonly string[] = [
  'ngay thang tuan lich doan gia han nghi cho cua va dong doi chuyen nhac lay kien gop tu den sang toi truoc lui xep',
  'kiem tra bo yeu cau phep tham du di lam viec hop ngh chieu trua mai quy nam gio luc het cuoi dau giua voi nhe em anh',
]

/** Units of numbers in words; behind "mươi" and "hai" also lăm, mốt, tư. */
export const VI_UNITS: Readonly<Record<string, number>> = {
  một: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  năm: 5,
  sáu: 6,
  bảy: 7,
  bẩy: 7,
  tám: 8,
  chín: 9,
}
export const VI_LAST_UNITS: Readonly<Record<string, number>> = { mốt: 1, lăm: 5, nhăm: 5 }
export const EN_NUMBERS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  ninety: 90,
}
/** Names that end in a word for a number: Hà Nam, Việt Nam. */
export const BEFORE_NAM: readonly string[] = ['viet ha quang mien phia tinh']

/** Days told by today, in days from it. */
export const DAYS_FROM_NOW: Readonly<Record<string, number>> = {
  'hôm nay': 0,
  'ngày hôm nay': 0,
  'bữa nay': 0,
  today: 0,
  'ngày mai': 1,
  mai: 1,
  tomorrow: 1,
  tmr: 1,
  tmrw: 1,
  'ngày kia': 2,
  'ngày mốt': 2,
  mốt: 2,
  'day after tomorrow': 2,
  'the day after tomorrow': 2,
  'hôm qua': -1,
  'ngày hôm qua': -1,
  yesterday: -1,
  'hôm kia': -2,
  'day before yesterday': -2,
  'the day before yesterday': -2,
}
/** Days told by the day that was said before them, in days from it. */
export const DAYS_FROM_THAT: Readonly<Record<string, number>> = {
  'hôm sau': 1,
  'ngày hôm sau': 1,
  'next day': 1,
  'the next day': 1,
  'following day': 1,
  'the following day': 1,
}
/** "Mai" behind these is a person. */
export const BEFORE_A_NAME: readonly string[] = [
  'cua anh chi ong ba co em bac chu cau ms mrs dc dong chi thi tuyet hoang',
]

/** Monday is 1. */
export const WEEKDAYS: Readonly<Record<string, number>> = {
  'thứ hai': 1,
  'thứ 2': 1,
  'thứ ba': 2,
  'thứ 3': 2,
  'thứ tư': 3,
  'thứ 4': 3,
  'thứ năm': 4,
  'thứ 5': 4,
  'thứ sáu': 5,
  'thứ 6': 5,
  'thứ bảy': 6,
  'thứ bẩy': 6,
  'thứ 7': 6,
  'chủ nhật': 7,
  'chúa nhật': 7,
  'ngày chủ nhật': 7,
  't 2': 1,
  't 3': 2,
  't 4': 3,
  't 5': 4,
  't 6': 5,
  't 7': 6,
  monday: 1,
  tuesday: 2,
  wednesday: 3,
  thursday: 4,
  friday: 5,
  saturday: 6,
  sunday: 7,
}
/** Short names, which are other words in Vietnamese. */
export const SHORT_WEEKDAYS: Readonly<Record<string, number>> = {
  mon: 1,
  tue: 2,
  tues: 2,
  wed: 3,
  thu: 4,
  thur: 4,
  thurs: 4,
  fri: 5,
  sat: 6,
  sun: 7,
}

export const VI_MONTHS: Readonly<Record<string, number>> = {
  giêng: 1,
  một: 1,
  hai: 2,
  ba: 3,
  tư: 4,
  bốn: 4,
  năm: 5,
  sáu: 6,
  bảy: 7,
  bẩy: 7,
  tám: 8,
  chín: 9,
  mười: 10,
  'mười một': 11,
  'mười hai': 12,
  chạp: 12,
}
export const EN_MONTHS: Readonly<Record<string, number>> = {
  january: 1,
  february: 2,
  march: 3,
  april: 4,
  may: 5,
  june: 6,
  july: 7,
  august: 8,
  september: 9,
  october: 10,
  november: 11,
  december: 12,
}
export const SHORT_MONTHS: Readonly<Record<string, number>> = {
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  sept: 9,
  oct: 10,
  nov: 11,
  dec: 12,
}
/** Before "may" and "march" alone, these say that a month is meant. */
export const BEFORE_MONTH_NAME: readonly string[] = [
  'in until till by of since from early mid late and to next this during for through',
]

/** Weeks, months, quarters and years told by today. */
export const NEAR: Readonly<Record<string, number>> = {
  này: 0,
  nay: 0,
  'hiện tại': 0,
  sau: 1,
  tới: 1,
  'sắp tới': 1,
  'kế tiếp': 1,
  'tiếp theo': 1,
  'sau nữa': 2,
  'tới nữa': 2,
  trước: -1,
  qua: -1,
  'vừa qua': -1,
  'vừa rồi': -1,
  rồi: -1,
  'trước nữa': -2,
}
export const NEAR_YEARS: Readonly<Record<string, number>> = { ...NEAR, ngoái: -1, ngoai: -1 }
export const EN_NEAR: Readonly<Record<string, number>> = {
  this: 0,
  'the current': 0,
  current: 0,
  coming: 1,
  next: 1,
  last: -1,
  previous: -1,
}

export const QUARTERS: Readonly<Record<string, number>> = {
  i: 1,
  một: 1,
  nhất: 1,
  ii: 2,
  hai: 2,
  iii: 3,
  ba: 3,
  iv: 4,
  bốn: 4,
  tư: 4,
  '1': 1,
  '2': 2,
  '3': 3,
  '4': 4,
}
export const EN_QUARTERS: Readonly<Record<string, number>> = {
  first: 1,
  '1 st': 1,
  second: 2,
  '2 nd': 2,
  third: 3,
  '3 rd': 3,
  fourth: 4,
  '4 th': 4,
}
/** Quarters that no year has. */
export const NO_QUARTERS: Readonly<Record<string, number>> = {
  '0': 0,
  '5': 5,
  '6': 6,
  '7': 7,
  '8': 8,
  '9': 9,
  v: 5,
  vi: 6,
}

export const ORDINALS: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  eleventh: 11,
  twelfth: 12,
  thirteenth: 13,
  fourteenth: 14,
  fifteenth: 15,
  sixteenth: 16,
  seventeenth: 17,
  eighteenth: 18,
  nineteenth: 19,
  twentieth: 20,
  thirtieth: 30,
}

/** What a number behind it names, whatever is written after it: "điều 5", "số 12/2020". */
export const NUMBERED: readonly string[] = [
  'điều',
  'khoản',
  'số',
  'nđ',
  'cv',
  'qđ',
  'tt',
  'đt',
  'sđt',
  'kt',
  'article',
  'art',
  'clause',
  'section',
  'no',
  'tel',
  'phone',
]
/** Of the decree 13/2020 and the like, the year is that of the document. */
export const DOCUMENTS: readonly string[] = [
  'luật',
  'nghị định',
  'nghị quyết',
  'quyết định',
  'thông tư',
  'thông báo',
  'công văn',
  'công điện',
  'chỉ thị',
  'tờ trình',
  'văn bản',
  'kết luận',
  'law',
  'decree',
  'decision',
  'circular',
  'resolution',
]
/** A number alone behind it is its number ("đoàn 3 tháng 6"); 15/6 behind it is a day. */
export const COUNTED: readonly string[] = [
  'đoàn',
  'tổ',
  'nhóm',
  'chuyến',
  'đợt',
  'vòng',
  'bản',
  'phiên bản',
  'dự thảo',
  'lần',
  'trang',
  'phụ lục',
  'chương',
  'mục',
  'điểm',
  'câu',
  'phòng',
  'quận',
  'tỉnh',
  'team',
  'group',
  'visit',
  'round',
  'version',
  'draft',
  'page',
  'chapter',
  'annex',
  'item',
]
/** "Đoàn thứ ba", "lần thứ hai": the third of its kind. */
export const ORDERED: readonly string[] = ['doan lan vong dieu phien ban dot y thao khoan team nhom to chuong muc']
/** What is counted by a number before it: "10/19 bộ", "at 9 ministries". */
export const COUNTABLE: readonly string[] = [
  'thanh vien bo don vi nguoi co quan tinh trieu ty ministries ministry members units people bodies teams provinces visits items',
  'rounds opinions comments articles pages answers of y',
]

/** Parts of the day: 1 morning, 2 noon, 3 afternoon, 4 evening, 5 night, 6 am, 7 pm. */
export const PARTS: Readonly<Record<string, number>> = {
  sáng: 1,
  'buổi sáng': 1,
  'sáng sớm': 1,
  'rạng sáng': 1,
  trưa: 2,
  'buổi trưa': 2,
  chiều: 3,
  'buổi chiều': 3,
  'chiều tối': 4,
  tối: 4,
  'buổi tối': 4,
  đêm: 5,
  khuya: 5,
}
export const EN_PARTS: Readonly<Record<string, number>> = {
  morning: 1,
  'in the morning': 1,
  afternoon: 3,
  'in the afternoon': 3,
  evening: 4,
  'in the evening': 4,
  night: 5,
  'at night': 5,
  am: 6,
  'a m': 6,
  pm: 7,
  'p m': 7,
}

/** Units of durations: 0 minute, 1 hour, 2 day, 3 working day, 4 week, 5 month, 6 quarter, 7 year. */
export const UNITS: Readonly<Record<string, number>> = {
  phút: 0,
  minute: 0,
  minutes: 0,
  min: 0,
  mins: 0,
  giờ: 1,
  tiếng: 1,
  'giờ đồng hồ': 1,
  hour: 1,
  hours: 1,
  ngày: 2,
  hôm: 2,
  bữa: 2,
  day: 2,
  days: 2,
  'calendar days': 2,
  'ngày làm việc': 3,
  'ngày lv': 3,
  'working day': 3,
  'working days': 3,
  wd: 3,
  wds: 3,
  'business day': 3,
  'business days': 3,
  workday: 3,
  workdays: 3,
  tuần: 4,
  'tuần lễ': 4,
  week: 4,
  weeks: 4,
  tháng: 5,
  month: 5,
  months: 5,
  quý: 6,
  quarter: 6,
  quarters: 6,
  năm: 7,
  year: 7,
  years: 7,
}

/** Parts of a period: 1 its first third, 2 its middle, 3 its end, 4 and 5 its halves, 6 and 7 its first and last week. */
export const PERIOD_PARTS: Readonly<Record<string, number>> = {
  đầu: 1,
  giữa: 2,
  cuối: 3,
  'nửa đầu': 4,
  'nửa cuối': 5,
  'nửa sau': 5,
  early: 1,
  'early in': 1,
  'beginning of': 1,
  'the beginning of': 1,
  'start of': 1,
  'the start of': 1,
  mid: 2,
  'middle of': 2,
  'the middle of': 2,
  late: 3,
  'late in': 3,
  'end of': 3,
  'the end of': 3,
  'first half of': 4,
  'the first half of': 4,
  'second half of': 5,
  'the second half of': 5,
  'tuần đầu': 6,
  'tuần đầu của': 6,
  'tuần đầu tiên của': 6,
  'first week of': 6,
  'the first week of': 6,
  'tuần cuối': 7,
  'tuần cuối của': 7,
  'tuần cuối cùng của': 7,
  'last week of': 7,
  'the last week of': 7,
}

/** What a word before a moment says that it is; '' says nothing more than that one follows. */
export const MARKS: Readonly<
  Record<'from' | 'until' | 'to' | 'before' | 'after' | 'within' | 'more' | 'each' | '', readonly string[]>
> = {
  from: [
    'từ',
    'kể từ',
    'bắt đầu từ',
    'tính từ',
    'from',
    'since',
    'starting',
    'starting from',
    'starting on',
    'beginning',
    'as of',
    'as from',
    'effective',
    'with effect from',
    'effective from',
  ],
  until: [
    'đến',
    'đến hết',
    'cho đến',
    'cho đến hết',
    'cho tới',
    'cho tới hết',
    'tới',
    'tới hết',
    'hết',
    'chậm nhất',
    'chậm nhất là',
    'chậm nhất vào',
    'muộn nhất vào',
    'không muộn hơn',
    'không chậm hơn',
    'không quá ngày',
    'muộn nhất',
    'muộn nhất là',
    'trễ nhất',
    'until',
    'till',
    'til',
    'until the end of',
    'up to',
    'by',
    'through',
    'thru',
    'no later than',
    'on or before',
    'latest by',
    'not later than',
    'at the latest',
  ],
  to: ['sang', 'qua', 'vào', 'to'],
  before: ['trước', 'before', 'prior to', 'ahead of'],
  after: ['sau', 'after', 'từ sau'],
  within: ['trong', 'trong vòng', 'trong khoảng', 'trong thời hạn', 'within', 'during'],
  more: ['thêm', 'by', 'another', 'additional', 'an additional', 'an extra', 'extra', 'by another', 'by an additional'],
  each: ['mỗi', 'hàng', 'hằng', 'every', 'each'],
  '': [
    'lúc',
    'vào lúc',
    'vào hồi',
    'at',
    'on',
    'on the',
    'in',
    'in the',
    'for',
    'khoảng',
    'around',
    'about',
    'at about',
    'at around',
    'nguyên',
    'trọn',
    'suốt',
    'the whole',
    'whole',
    'the entire',
    'entire',
    'throughout',
  ],
}
/** Between what is meant and what is not: "at nine, not ten", "25/6 chứ không phải 26/6", "thay vì thứ 6". */
export const NOT_BUT: readonly string[] = [
  'not',
  'and not',
  'instead of',
  'rather than',
  'in place of',
  'thay vì',
  'thay cho',
  'chứ không phải',
  'chứ không phải là',
  'chứ không',
  'không phải',
  'không phải là',
]
/** Words that say nothing of a moment behind these: "thông qua", "ngân hàng", "của tôi" without its diacritics. */
export const NO_MARK_BEHIND: Readonly<Record<string, string>> = {
  qua: 'thong trai vuot hom',
  hang: 'ngan khach mat don',
  trong: 'quan ton',
  toi: 'cua chung nhac cho voi doan bao giup hoi gui la nho lich',
}
/** Bare "toi" before these is "I", unless something is moved or lengthened: "toi tuan sau nghi". */
export const BEHIND_I: readonly string[] = ['tuan thang mai hom ngay mot']
/** Before the day on which somebody is back, and what may stand between. */
export const RETURNS: readonly string[] = [
  'back',
  'returning',
  'return',
  'returns',
  'làm lại',
  'làm trở lại',
  'quay lại',
  'trở lại',
]
export const BESIDE_RETURN: readonly string[] = ['in at to the my work office desk again lam viec']
/** "Come back on Monday", "get back to me", "xem lại" and the like are no returns. */
export const NO_RETURN_BEHIND: readonly string[] = [
  'come coming get getting go going my your call ring write report put',
]
/** What is brought forward, or moved up, by so much is earlier by it. */
export const BRINGS: readonly string[] = ['bring brought move moved pull shift carry']
/** Behind "a week" that says by how much something is moved: "put it off a week because …". */
export const BEHIND_SHIFT: readonly string[] = [
  'please pls thanks thank thx for because as since so if and or to from at later due given ok okay will with but until till by on we they or',
]
/** Between the first and the last of a range; và and and only behind giữa, between, từ and from. */
export const JOINS: readonly string[] = [
  'đến',
  'đến hết',
  'cho đến',
  'cho đến hết',
  'tới',
  'cho tới',
  'to',
  'until',
  'till',
  'til',
  'through',
  'thru',
  'up to',
  'tới hết',
  'cho tới hết',
  'up until',
  'through to',
  'right through to',
  'all the way to',
  ...['kết thúc', 'kết thúc lúc', 'kết thúc vào', 'kết thúc vào lúc'].flatMap((end) => [end, `và ${end}`]),
  ...['end', 'ends', 'ending', 'finish', 'finishes', 'finishing'].flatMap((end) =>
    ['', ' at', ' on'].flatMap((behind) => [end + behind, `and ${end}${behind}`]),
  ),
]
export const BETWEEN_JOINS: readonly string[] = ['và', 'and']
export const BETWEEN: readonly string[] = ['giữa', 'between', 'trong khoảng từ', 'trong khoảng']
/** Between the day, the hour and the part of the day of one moment. */
export const BESIDE: readonly string[] = [
  'lúc',
  'vào lúc',
  'vào hồi',
  'hồi',
  'vào',
  'at',
  'on',
  'on the',
  'of',
  'in the',
  'the',
  'của',
  'từ',
  'from',
  'starting at',
  'at around',
  'khoảng',
  'bắt đầu',
  'bắt đầu lúc',
  'bắt đầu từ',
  'bắt đầu vào',
  'bắt đầu vào lúc',
  'xuất phát',
  'xuất phát lúc',
  'khởi hành lúc',
  'starting',
  'starting from',
  'start at',
  'starts at',
  'begin at',
  'begins at',
  'beginning at',
  'instead',
  'instead at',
  ...['say', 'preferably', 'ideally', 'around', 'about', 'start', 'starts'].flatMap((word) => [word, `${word} at`]),
  ...['say around', 'say about', 'at about', 'tầm', 'tầm khoảng', 'vào khoảng', 'lúc khoảng', 'chừng', 'cỡ'],
]
/** Whoever is to move something moves it sang another day; without diacritics else "sang mai" is tomorrow morning. */
export const MOVES: readonly string[] = ['doi chuyen lui hoan day move postpone push put shift bring reschedule']
/** What is lengthened "3 ngày nữa" is lengthened by three days. */
export const LENGTHENS: readonly string[] = ['han lui dai hoan them extend postpone delay']
/** Behind these 5.6 and 5-6 are days, and "8 đến 12/6" begins on the 8th. */
export const BEFORE_BARE_DAY: readonly string[] = [
  'nghi lich leave off han deadline due on di hop date ngay tu from between',
]

/** Words of Vietnamese that are none without their diacritics: who types them bare types without. */
export const NEEDS_MARKS: readonly string[] = [
  'thang tuan doan lich nghi dinh chien luoc duoc khong dong chuyen nhac kiem truoc xep hop chieu voi luc cuoi giua',
  'toi tu den doi lui loi het quyen uy vang cac nhung nguoi gio dua giup kien gop',
]
/** What people are addressed by before their names. */
export const NAMED_BEHIND: readonly string[] = [
  'anh chị chi ông ong bà ba cô co chú chu bác bac chí ms mr mrs thầy cậu sếp dì bạn',
]
