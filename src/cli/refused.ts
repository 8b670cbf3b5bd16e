/** A command that cannot be carried out. The message is the one line that the operator sees; the exit status is 1. */
export class CliRefused extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'CliRefused'
  }
}
