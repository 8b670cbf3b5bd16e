// Commit subjects since this file came: at most 72 characters. Prints those that are longer, and ends with 1 then.
import { execFileSync } from 'node:child_process'

const longest = 72
const git = (...words) => execFileSync('git', words, { encoding: 'utf8' }).split('\n').filter(Boolean)

let came
try {
  came = git('log', '--diff-filter=A', '--format=%H', '--', '.ci/commit-subjects.mjs').at(-1)
} catch {
  // Not a checkout of git: an archive has no commits to read.
}
const subjects = came === undefined ? [] : git('log', '--format=%h %s', `${came}..HEAD`)
const long = subjects.filter((line) => line.slice(line.indexOf(' ') + 1).length > longest)
for (const line of long) process.stdout.write(`longer than ${longest} characters: ${line}\n`)
process.stdout.write(`${subjects.length} commit subjects read, ${long.length} too long\n`)
process.exitCode = long.length === 0 ? 0 : 1
