import type { remarksPageTexts as source } from '../vi/remarks-page.ts'

/** The same in English. */
export const remarksPageTexts: typeof source = {
  answered: (done, all) => `${done} of ${all} comments answered`,
  due: (deadline) => `Due ${deadline}`,
  every: 'All comments',
  progress: 'Progress',
  outline: 'Contents of the draft',
  list: 'Comments in the order of the draft',
  none: 'There are no comments here.',
  record: 'Make the record',
  tabs: { all: 'All', open: 'Not answered', objected: 'Not enough', drafts: 'Drafts', settled: 'Settled' },
  range: (from, to, all) => `Comments ${from}–${to} of ${all}`,
  group: 'Put like comments together',
  returned: 'Sent back',
  objected: 'Not enough',
  objections: (n) => `${n} ${n === 1 ? 'answer' : 'answers'} found not enough`,
  settled: 'Settled',
  grouped: (n) => `Group of ${n}`,
  earlier: 'See like answers',
  split: 'Split the group',
}
