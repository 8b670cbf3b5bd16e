import type { UseCase } from '../context.ts'
import type { IntentOf } from '../contract/intent.ts'
import { Refusal } from '../refusal.ts'

export const startRehearsal: UseCase<IntentOf<'rehearse.start'>> = async () => {
  throw new Refusal('no-such-round')
}

export const showRehearsal: UseCase<IntentOf<'rehearse.show'>> = async () => {
  throw new Refusal('no-such-round')
}
