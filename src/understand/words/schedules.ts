import { OVERVIEW_WORDS } from './overview.ts'
import type { Phrases } from './phrases.ts'
import { WHOSE_WORDS } from './whose-visits.ts'

/** What a question about schedules is made of, beside names and days. Which of them make one: `intents/schedule.ts`. */
export const SCHEDULE_WORDS = {
  ...WHOSE_WORDS,
  ...OVERVIEW_WORDS,
  /** Says by itself that schedules are meant. */
  schedule: {
    vi: [
      'lịch',
      'lịch công tác',
      'lịch kiểm tra',
      'lịch trình',
      'lịch đi',
      'lịch làm việc',
      'lịch đi công tác',
      'lịch đi kiểm tra',
      'kế hoạch kiểm tra',
      'kế hoạch công tác',
      'kế hoạch đi kiểm tra',
      'xem lịch',
    ],
    en: [
      'our plan',
      'my plan',
      'our programme',
      'our program',
      'my programme',
      'our agenda',
      'my agenda',
      'whats on',
      "what's on",
      'expected',
      'timetable',
      'roster',
      'diary',
      'schedule',
      'schedules',
      'calendar',
      'inspections',
      'inspection',
      'itinerary',
      'inspection schedule',
      'visit schedule',
    ],
  },
  trip: {
    vi: [
      'chuyến',
      'các chuyến',
      'những chuyến',
      'chuyến kiểm tra',
      'chuyến đi',
      'chuyến công tác',
      'chuyến nào',
      'buổi',
      'buổi kiểm tra',
      'cuộc kiểm tra',
      'buổi làm việc',
      'đợt kiểm tra',
      'chuyến này',
      'chuyến đó',
    ],
    en: ['visit', 'visits', 'trip', 'trips'],
  },
  inspect: {
    vi: ['kiểm tra', 'đi kiểm tra', 'được kiểm tra', 'bị kiểm tra', 'thanh tra', 'đi công tác'],
    en: ['inspect', 'inspects', 'inspected', 'inspecting', 'visiting', 'visited'],
  },
  go: {
    vi: [
      'đi',
      'đến',
      'tới',
      'xuống',
      'về',
      'lên',
      'thăm',
      'ghé',
      'công tác',
      'làm việc',
      'làm việc với',
      'làm việc tại',
      'phụ trách',
    ],
    en: [
      'on the road',
      'go out',
      'going out',
      'due in',
      'due at',
      'out',
      'coming to',
      'arrive',
      'arrives',
      'arriving',
      'go',
      'goes',
      'going',
      'go to',
      'goes to',
      'going to',
      'travel',
      'travels',
      'headed',
      'heading',
      'off to',
      'heading to',
      'headed to',
      'visit to',
      'trip to',
    ],
  },
} as const satisfies Readonly<Record<string, Phrases>>

/** May stand anywhere in such a question beside the words of STOP. */
export const SCHEDULE_IDLE: readonly string[] = [
  'có sẽ được bị ngày lúc hồi trong vào hôm cùng với theo dự kiến đoàn do does did will be been being has have any day date team date time for from',
  'unit units ministry can could see show tell know find list on s re biết hỏi muốn cần nữa còn nhỉ hay giúp lại luôn please thanks cảm ơn',
]

/** The same, as whole phrases. */
export const SCHEDULE_IDLE_PHRASES: readonly string[] = ['đơn vị', 'các đơn vị', 'hệ thống']

/** Behind "lịch" these begin things of their own, and are nobody's name. */
export const NO_NAMES: readonly string[] = [
  'họp',
  'nghỉ',
  'học',
  'thi đấu',
  'thi cử',
  'thi học kỳ',
  'bóng đá',
  'truyền hình',
  'chiếu phim',
  'sinh nhật',
  'khám bệnh',
  'vạn niên',
  'âm lịch',
  'nhà nước',
  'tàu',
  'xe buýt',
  'tiêm',
  'trực',
  'meeting',
  'meetings',
  'holiday',
  'holidays',
  'exam',
  'class',
  'football',
  'birthday',
  'bus',
  'train',
]
/** These only where nothing else is said: "lịch Tết", and yet "lịch Lê Thị Hoa". */
export const NO_NAMES_ALONE: readonly string[] = ['tết', 'lễ', 'thi', 'âm', 'dương', 'cưới', 'hẹn', 'phim', 'gì']

/** Given names that read like words which join; behind another name they belong to it: "Trần An". */
export const NAME_ENDINGS: readonly string[] = ['an anh chi minh nam thế đăng hiện hiển độ tố vân ơn']
