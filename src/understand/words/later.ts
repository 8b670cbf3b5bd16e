import type { Phrases } from './phrases.ts'

/** Whoever types speaks of themselves. */
const ME = ['tôi', 'em', 'mình', 'tớ', 'tui', 'bên em']
/** Not now, without a day. */
const SOON = ['lát', 'lát nữa', 'tí', 'tí nữa', 'chút nữa', 'xíu nữa', 'hồi nữa', 'lúc khác', 'khi khác', 'hôm khác']
/** An hour of the day, which no reminder keeps: what of these is used is told as not used. */
const DAY_PARTS = ['sáng', 'trưa', 'chiều', 'tối', 'cuối giờ']
const NUDGED = ['remind', 'ping', 'poke', 'nudge', 'prompt', 'bug', 'alert', 'notify']

/** What says so only with the day that it is put off to: "đừng nhắc tôi trước thứ sáu". */
export const LATER_NOT_BEFORE: Phrases = {
  vi: ME.map((me) => `đừng nhắc ${me}`),
  en: ["don't", 'do not'].flatMap((no) => ['remind', 'ping', 'nudge'].map((verb) => `${no} ${verb} me`)),
}

/** What people type to put off reminders to themselves. It must not be taken for a reminder to others. */
export const LATER: Phrases = {
  vi: [
    ...ME.flatMap((me) => [
      `nhắc ${me}`,
      `nhắc ${me} sau`,
      `nhắc ${me} lại`,
      `nhắc lại ${me}`,
      `nhắc lại cho ${me}`,
      `nhắc cho ${me}`,
      `đừng nhắc ${me} nữa`,
      `hoãn nhắc ${me}`,
    ]),
    ...[...SOON, ...DAY_PARTS].flatMap((when) => [`${when} nhắc lại`, `để ${when} nhắc`, `${when} hãy nhắc`]),
    ...SOON.flatMap((when) => [`${when} nhắc`, `nhắc lại ${when}`, `${when} trả lời`]),
    'nhắc sau',
    'nhắc lại sau',
    'nhắc lại sau nhé',
    'đừng nhắc nữa',
    'thôi đừng nhắc nữa',
    'khoan hãy nhắc',
    'khoan nhắc',
    'chưa cần nhắc',
    'lùi lời nhắc',
    'lùi nhắc',
    'hoãn lời nhắc',
    'hoãn nhắc',
    'tạm hoãn lời nhắc',
    'dời lời nhắc',
    'báo thức lại',
    'hỏi lại sau',
    'để sau trả lời',
    'trả lời sau',
  ],
  en: [
    ...NUDGED.flatMap((verb) => ['', ' later', ' again', ' again later'].map((when) => `${verb} me${when}`)),
    'remind us',
    'remind us later',
    ...['ask me', 'get back to me', 'come back to me', 'check back with me'].flatMap((verb) =>
      ['later', 'again', 'tomorrow'].map((when) => `${verb} ${when}`),
    ),
    'no reminders until',
    'no more reminders until',
    'ask me at',
    'come back later',
    'try me later',
    'later today please',
    'snooze',
    'snooze it',
    'snooze this',
    'snooze all',
    'snooze everything',
    'snooze this one',
    'snooze my reminders',
    'snooze the reminder',
    'snooze the reminders',
    'not now',
    'later please',
    'refrain from reminding me',
    'not to remind me',
    'remind me of this later',
    'send me a reminder',
    'send me another reminder',
    'a reminder to me',
    'postpone my reminder',
    'postpone my reminders',
    'postpone the reminder',
    'postpone the reminders',
    'defer my reminder',
    'defer my reminders',
    'defer the reminder',
    'defer the reminders',
    'delay my reminder',
    'delay my reminders',
    'put off my reminders',
    'put off my reminder',
    'put off the reminder',
    'put off the reminders',
    'pause my reminders',
    'mute my reminders',
    'hold my reminders',
    'suspend my reminders',
    'suspend reminders to me',
    'reminding me until',
    'stop reminding me',
    'stop pinging me',
    'stop nagging me',
    'stop bugging me',
    'stop chasing me',
    'at a later time',
    'at a later hour',
  ],
}
