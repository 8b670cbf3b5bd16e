import { Intent } from '../contract/intent.ts'
import type { Message } from '../contract/message.ts'

/** Slack takes no more characters in a button; the intent stands there as JSON, where a quote or a line break counts twice. */
const longestButton = 2000

/** Whether the buttons of a message can carry the words that somebody wrote, so that none of them is lost on the way. */
export const isCarried = ({ blocks = [] }: Message): boolean =>
  blocks
    .flatMap((block) => (block.kind === 'buttons' ? block.buttons : []))
    .every(
      (button) =>
        !('intent' in button) ||
        (JSON.stringify(button.intent).length <= longestButton && Intent.safeParse(button.intent).success),
    )
