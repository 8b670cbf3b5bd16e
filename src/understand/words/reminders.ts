import type { Phrases } from './phrases.ts'

/** What people type about reminders and what else goes out. */
export const REMINDER_VERBS = {
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
  // Said, but done by a button of the nudge alone. It must not be taken for anything else.
  later: {
    vi: ['nhắc tôi', 'nhắc tôi sau', 'nhắc mình', 'nhắc em'],
    en: ['remind me', 'snooze'],
  },
} as const satisfies Readonly<Record<string, Phrases>>

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
