import type { answersTexts as source } from '../vi/answers.ts'

const comments = (n: number) => `${n} ${n === 1 ? 'comment' : 'comments'}`
const answers = (n: number) => `${n} ${n === 1 ? 'answer' : 'answers'}`

/** The same in English. */
export const answersTexts: typeof source = {
  button: 'Answer the comments',
  readButton: 'Answers to comments',
  title: (title) => `Answers to comments on “${title}”`,
  one: (number, of, title) => `Comment ${number} of ${of} on “${title}”`,
  counted: (remarks, open, drafts) =>
    `${comments(remarks)}, ${open === 0 ? 'all answered' : `${open} unanswered`}${drafts === 0 ? '' : `, ${drafts} still ${drafts === 1 ? 'a draft' : 'drafts'}`}`,
  outcomes: {
    accept: 'Accepted',
    partly: 'Accepted in part',
    explain: 'Not accepted, explained',
    note: 'Noted',
  },
  open: 'Unanswered',
  state: (outcome, settled) => (settled ? outcome : `${outcome} (draft)`),
  returnedState: (outcome) => `${outcome} (sent back, to be answered again)`,
  returnReason: 'Why it was sent back',
  return: {
    button: 'Send back to the drafting agency',
    title: 'Send an answer back',
    submit: 'Send back',
    reason: 'Reason',
    hint: 'Whoever wrote the answer gets this reason.',
    done: (number) => `The answer to comment ${number} was sent back.`,
    changed: 'This answer is not settled or has just changed, so it was not sent back.',
    open: 'The round was reopened; answers can be sent back once it has closed.',
    told: (number, title) => `A coordinator sent back the answer to comment ${number} on “${title}”.`,
  },
  row: (number) => `Comment ${number}`,
  answer: 'Answer',
  see: 'View',
  begin: 'Answer one by one',
  settle: (n) => `Settle ${answers(n)}`,
  previous: 'Previous comment',
  next: 'Next comment',
  all: 'All comments',
  provisionText: 'Text of the draft',
  alike: (n, bodies) =>
    `Grouped with ${n} more of ${bodies}. The answer is for the whole group, except those answered otherwise.`,
  stands: (state) => `Answer: ${state}`,
  by: (who, at) => `${who}, ${at}`,
  choose: 'Answer of the drafting agency',
  change: 'Change the answer',
  edit: 'Edit the text',
  saved: (number, outcome, settled) => `Comment ${number}: saved as “${outcome}”${settled ? '' : ' (draft)'}.`,
  remarkGone: 'This comment has been changed or is no longer there.',
  overtaken: (number) =>
    `Another person has just answered comment ${number}. Your text was not saved; please look and change it if needed.`,
  yours: (outcome) => `Yours, not saved: ${outcome}`,
  nothingToSettle: 'No answer is a draft any more.',
  settlePreview: (n) => `${answers(n)} will be settled and put into the consolidated table.`,
  stillOpen: (n) => `${comments(n)} ${n === 1 ? 'has' : 'have'} no answer yet.`,
  draftsChanged: 'The drafts have just changed. Please look again before settling.',
  settled: (n) => `${answers(n)} settled.`,
  home: 'Comments to answer',
  homeLine: (title, counted) => `${title}: ${counted}`,
  form: {
    title: 'Answer a comment',
    submit: 'Save',
    outcome: 'Outcome',
    words: 'Explanation',
    wordsHint: 'Required unless the comment is accepted as a whole or noted. Saved as a draft.',
    needsWords: 'Please say what is accepted, or explain.',
  },
}
