import { type Logger, LogLevel } from '@slack/bolt'
import type { Log } from '../../../src/contract/adapter.ts'

/**
 * Slack's packages log through ours. Their debug lines hold whole payloads, and so people's opinions: those are
 * dropped. Of an Error only its message is kept.
 */
export function slackLogger(log: () => Log): Logger {
  const said = (words: readonly unknown[]) => ({
    said: words
      .map((word) => (word instanceof Error ? word.message : String(word)))
      .join(' ')
      .slice(0, 500),
  })
  return {
    debug: () => {},
    info: () => {},
    warn: (...words: unknown[]) => log().warn(said(words), 'slack.library'),
    error: (...words: unknown[]) => log().error(said(words), 'slack.library'),
    setLevel: () => {},
    getLevel: () => LogLevel.WARN,
    setName: () => {},
  }
}
