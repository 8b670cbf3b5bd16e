/**
 * Addresses that are keys: whoever has one acts as its owner, or reads what is theirs. An access link, a calendar or a
 * calendar file, Slack's addresses for answers and uploads, the ticket of a socket, a password before a host name.
 */
const keys: readonly (readonly [RegExp, string])[] = [
  // As long as a token: files of ours lie under /calendar/ as well.
  [/\/(enter|calendar)\/[\w%-]{20,}[^\s"'\\]*/gi, '/$1/[redacted]'],
  [/(https?:\/\/hooks\.slack\.com)\/[^\s"'\\]+/gi, '$1/[redacted]'],
  [/(https?:\/\/files\.slack\.com)\/[^\s"'\\]+/gi, '$1/[redacted]'],
  [/(wss?:\/\/[^\s"'\\/?]+)[^\s"'\\]*/gi, '$1/[redacted]'],
  [/([a-z]+:\/\/)[^\s"'\\/@]+@/gi, '$1[redacted]@'],
]

/** A line of the log, or any words about a failure, without the addresses that are keys, whoever put them there. */
export const withoutKeys = (words: string): string =>
  keys.reduce((line, [pattern, instead]) => line.replace(pattern, instead), words)
