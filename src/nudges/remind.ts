import type { UseCase } from '../context.ts'
import type { IntentOf } from '../contract/intent.ts'
import { Refusal } from '../refusal.ts'

export const previewReminder: UseCase<IntentOf<'remind.preview'>> = async () => {
  throw new Refusal('no-such-round')
}

export const sendReminder: UseCase<IntentOf<'remind.send'>> = async () => {
  throw new Refusal('no-such-round')
}
