import type { UseCase } from '../context.ts'
import type { IntentOf } from '../contract/intent.ts'
import { Refusal } from '../refusal.ts'

export const startLeave: UseCase<IntentOf<'leave.start'>> = async () => {
  throw new Refusal('no-such-round')
}

export const saveLeave: UseCase<IntentOf<'leave.save'>> = async () => {
  throw new Refusal('no-such-round')
}

export const listLeave: UseCase<IntentOf<'leave.list'>> = async () => {
  throw new Refusal('no-such-round')
}

export const endLeave: UseCase<IntentOf<'leave.end'>> = async () => {
  throw new Refusal('no-such-round')
}
