import type { UseCase } from '../context.ts'
import type { IntentOf } from '../contract/intent.ts'
import { Refusal } from '../refusal.ts'

export const editLadder: UseCase<IntentOf<'ladder.edit'>> = async () => {
  throw new Refusal('no-such-round')
}

export const saveLadder: UseCase<IntentOf<'ladder.save'>> = async () => {
  throw new Refusal('no-such-round')
}
