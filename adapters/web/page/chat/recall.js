// @ts-check

/** So many lines are known again. */
const most = 50

/** @param {string} user */
const keyOf = (user) => `dondoc.typed.${user}`

/** Nothing of the person stays in this tab. @param {string} user */
export const forgetTyped = (user) => sessionStorage.removeItem(keyOf(user))

/**
 * The lines that this person sent from this tab, also before a reload; they stand in the conversation for good.
 * @param {string} user
 */
export function recallOf(user) {
  const lines = read(user)
  /** Which line stands in the composer; past the last one: none. */
  let at = lines.length

  return {
    /** @param {string} text */
    sent(text) {
      if (text.trim() !== '' && lines.at(-1) !== text) lines.push(text)
      lines.splice(0, lines.length - most)
      at = lines.length
      write(user, lines)
    },
    /**
     * The line before or after the one that stands there, '' after the last; none where something else stands there, in
     * which the arrows move.
     * @param {-1 | 1} way @param {string} standing
     */
    step(way, standing) {
      if (standing === '') at = way === -1 ? lines.length : at
      if (standing !== (lines[at] ?? '')) return undefined
      const next = at + way
      if (next < 0 || next > lines.length) return undefined
      at = next
      return lines[at] ?? ''
    },
  }
}

/** @param {string} user @returns {string[]} */
function read(user) {
  try {
    const kept = JSON.parse(sessionStorage.getItem(keyOf(user)) ?? '[]')
    return Array.isArray(kept) ? kept.filter((line) => typeof line === 'string') : []
  } catch {
    return []
  }
}

/** A storage that is full keeps nothing, and the tab still knows. @param {string} user @param {readonly string[]} lines */
function write(user, lines) {
  try {
    sessionStorage.setItem(keyOf(user), JSON.stringify(lines))
  } catch {
    sessionStorage.removeItem(keyOf(user))
  }
}
