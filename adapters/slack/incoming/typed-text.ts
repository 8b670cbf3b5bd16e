/**
 * Slack's message text as the person typed it: `&amp;` and its kin are taken back, mentions, channels and links become
 * readable words. `own` are the bot's user ids; its own mention at the start is no part of what was said.
 */
export function typedText(text: string, own: readonly string[] = []): string {
  const leading = /^\s*<@([A-Z0-9]+)(?:\|[^>]*)?>[,:]?/.exec(text)
  const said = leading?.[1] !== undefined && own.includes(leading[1]) ? text.slice(leading[0].length) : text
  return said
    .replace(/<([@#!][^<>]+|[a-z][a-z0-9+.-]*:[^<>]+)>|&(?:amp|lt|gt);/g, (whole, inner: string | undefined) =>
      inner === undefined ? unescaped(whole) : readable(inner, own),
    )
    .trim()
}

function readable(inner: string, own: readonly string[]): string {
  const bar = inner.indexOf('|')
  const target = bar === -1 ? inner : inner.slice(0, bar)
  const words = bar === -1 ? '' : unescaped(inner.slice(bar + 1))
  if (target.startsWith('@')) return own.includes(target.slice(1)) ? '' : `@${words === '' ? target.slice(1) : words}`
  if (target.startsWith('#')) return `#${words === '' ? target.slice(1) : words}`
  if (target.startsWith('!date^')) return words
  if (target.startsWith('!')) return words === '' ? `@${target.slice(1)}` : `@${words.replace(/^@/, '')}`
  const address = unescaped(target)
  if (words === '' || words === address) return address
  // Slack turns `example.org` and `a@example.org` into links by itself: give back what was typed.
  if (['http://', 'https://', 'mailto:', 'tel:'].some((scheme) => address === scheme + words)) return words
  return `${words} (${address})`
}

function unescaped(text: string): string {
  return text.replace(/&(amp|lt|gt);/g, (_, name: string) => (name === 'amp' ? '&' : name === 'lt' ? '<' : '>'))
}
