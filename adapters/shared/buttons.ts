import type { Button } from '../../src/contract/message.ts'

/** Whether the button may be drawn as one: it acts, or opens an address of the web. Others are shown as words. */
export const isUsable = (button: Button): boolean => 'intent' in button || /^https?:\/\//i.test(button.url)
