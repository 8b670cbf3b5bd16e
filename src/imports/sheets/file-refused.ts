/** A file that cannot be taken at all: unreadable, of a wrong form, without rows. The message is one line for the operator. */
export class FileRefused extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'FileRefused'
  }
}
