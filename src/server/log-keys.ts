import type { Platform } from '../contract/platform.ts'

/**
 * Addresses that are keys: whoever has one acts as its owner, or reads what is theirs. An access link, a calendar or a
 * calendar file, a document, the ticket of a socket, a password before a host name or behind it, a file of SharePoint's.
 */
const keys: readonly (readonly [RegExp, string])[] = [
  // As long as a token: code of ours lies under /calendar/ and /files/ as well.
  [/\/(enter|calendar|files)\/[\w%-]{20,}[^\s"'\\]*/gi, '/$1/[redacted]'],
  [/([?&](?:password|sslpassword|tempauth|access_token)=)[^\s"'\\&#]+/gi, '$1[redacted]'],
  [/(wss?:\/\/[^\s"'\\/?]+)[^\s"'\\]*/gi, '$1/[redacted]'],
  [/([a-z]+:\/\/)[^\s"'\\/@]+@/gi, '$1[redacted]@'],
]

const ofHost = (host: string): (typeof keys)[number] => [
  new RegExp(`(https?:\\/\\/${RegExp.escape(host)})\\/[^\\s"'\\\\]+`, 'gi'),
  '$1/[redacted]',
]

/**
 * Makes what takes the addresses that are keys out of a line of the log, or any words about a failure, whoever put them
 * there; every address of the platforms' `secretHosts` among them.
 */
export function leaveOutKeys(platforms: readonly Pick<Platform, 'secretHosts'>[]): (words: string) => string {
  const all = [...keys, ...platforms.flatMap((platform) => platform.secretHosts).map(ofHost)]
  return (words) => all.reduce((line, [pattern, instead]) => line.replace(pattern, instead), words)
}
