/**
 * An error as the log may keep it. Prisma prints the whole call that failed, arguments and all, into its message and
 * so into its stack, in every error format: words of opinions. Its reason stands in the last line; the rest goes.
 */
export function loggable(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error }
  const lines = error.message.split('\n').filter((line) => line.trim() !== '')
  const fromPrisma = error.name.startsWith('PrismaClient')
  const message = (fromPrisma ? lines.at(-1) : error.message) ?? ''
  // The message stands at the head of the stack too: only the places are kept.
  const stack = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n')
  return {
    type: error.name,
    message,
    ...('code' in error ? { code: error.code } : {}),
    stack,
    ...(error.cause === undefined ? {} : { cause: loggable(error.cause) }),
  }
}
