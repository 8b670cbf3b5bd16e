/** What mends it, by the code of PostgreSQL, the system or SQLite. */
const mends: Readonly<Record<string, string>> = {
  '3D000': 'make an empty one with createdb, or name another',
  '28P01': 'mend its user and password',
  '28000': 'mend its user, or let it in (pg_hba.conf)',
  '42501': 'give its user the right to make tables there',
  ECONNREFUSED: 'start the database server, or mend its host and port',
  ENOTFOUND: 'mend its host',
  ETIMEDOUT: 'mend its host and port, or let the connection through',
  ENOTDIR: 'name a file in a folder that can be made',
  EEXIST: 'name a file in a folder that can be made',
  ENOENT: 'name a file in a folder that can be made',
  EACCES: 'let this user read and write there',
  SQLITE_CANTOPEN: 'name a file that this user may read and write',
  SQLITE_READONLY: 'let this user write there',
  SQLITE_NOTADB: 'name a file that is a database',
  NO_DATABASE:
    'mend it; or make a new database there by importing people (import people FILE) or by npm start -- --create',
  OLDER_DATABASE: 'start the server, which brings it up to date (after a backup)',
  OTHER_DATABASE: 'name a database of its own',
}

/** One line that names the variable, why the database behind it could not be opened, and the mend where it is known. */
export function whyNotOpen(error: unknown): string {
  // A host with several addresses fails with one reason for each and a message of none.
  const one: unknown = error instanceof AggregateError ? error.errors[0] : error
  const why = one instanceof Error ? one.message.split('\n')[0] : String(one)
  const code = one instanceof Error && 'code' in one && typeof one.code === 'string' ? one.code : ''
  const mend = mends[code]
  return `DATABASE_URL: the database cannot be opened: ${why}${mend === undefined ? '' : `: ${mend}`}`
}
