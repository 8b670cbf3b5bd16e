// @ts-check

/** A delivery id. getRandomValues and not randomUUID, which browsers hide from pages on plain http. */
function freshDelivery() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/**
 * One thing to be said, until it is answered: while its content stays the same it keeps its delivery id, so that a
 * retry after a broken line is the same delivery to the server and is never carried out twice.
 */
export class Attempt {
  /** @param {{ id: string, content: string } | undefined} [tried] as `state` gave it */
  constructor(tried) {
    this.state = tried
  }

  /** The id for this content. @param {unknown} value */
  idFor(value) {
    const content = JSON.stringify(value)
    if (this.state?.content !== content) this.state = { id: freshDelivery(), content }
    return this.state.id
  }

  answered() {
    this.state = undefined
  }
}
