/** Reminders to oneself: what a sentence means by who types it, a coordinator where that is not the same, and what is told as not used. */
export const LATER_BY_ROLE: readonly {
  readonly typed: string
  readonly member: string
  readonly coordinator?: string
  readonly unused?: readonly string[]
}[] = [
  {
    typed: '1 tiếng nữa nhắc lại nhé',
    member: 'nudge.snooze.form',
    coordinator: 'unknown',
    unused: ['1 tiếng nữa'],
  },
  {
    typed: 'mai nhắc lại nhé',
    member: 'nudge.snooze.form 2020-06-17',
    coordinator: 'missing item for reminder.preview',
  },
  {
    typed: 'sếp dặn để mai hãy nhắc',
    member: 'nudge.snooze.form 2020-06-17',
    coordinator: 'missing item for reminder.preview',
  },
  {
    typed: 'nhắc lại ND-DLCN thứ sáu',
    member: 'nudge.snooze.form ND-DLCN 2020-06-19',
    coordinator: 'reminder.preview ND-DLCN',
  },
  { typed: 'nhắc lại ND-DLCN', member: 'nudge.snooze.form ND-DLCN', coordinator: 'reminder.preview ND-DLCN' },
  { typed: 'nhắc Bộ Tài chính thứ sáu', member: 'unknown', coordinator: 'missing item for reminder.preview' },
  { typed: 'hôm nay bận, mai nhắc lại em', member: 'nudge.snooze.form 2020-06-17' },
  { typed: 'nhắc tôi sau khi Bộ Tài chính gửi', member: 'unknown' },
  { typed: 'ping me at 3', member: 'nudge.snooze.form', unused: ['at 3'] },
  { typed: 'để chiều nhắc lại em nhé, giờ đang họp', member: 'nudge.snooze.form', unused: ['chiều'] },
  { typed: 'tối nhắc lại tôi', member: 'nudge.snooze.form', unused: ['tối'] },
  { typed: 'chiều nay nhắc lại tôi', member: 'nudge.snooze.form', unused: ['chiều nay'] },
  {
    typed: 'nhắc tôi 3h chiều mai về nghị định',
    member: 'nudge.snooze.form ND-DLCN 2020-06-17',
    unused: ['3h chiều'],
  },
  { typed: 'remind me tomorrow at 3pm', member: 'nudge.snooze.form 2020-06-17', unused: ['at 3pm'] },
  { typed: 'nhắc tôi trước thứ sáu', member: 'nudge.snooze.form', unused: ['trước thứ sáu'] },
  { typed: 'remind me on 12 June 2020', member: 'nudge.snooze.form', unused: ['on 12 June 2020'] },
  {
    typed: 'remind me to call the Ministry of Finance tomorrow',
    member: 'nudge.snooze.form 2020-06-17',
    unused: ['call', 'Ministry of Finance'],
  },
  { typed: 'remind me to extend the decree', member: 'nudge.snooze.form ND-DLCN', unused: ['extend'] },
]
