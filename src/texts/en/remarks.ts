import type { remarksTexts as source } from '../vi/remarks.ts'

/** The same in English. */
export const remarksTexts: typeof source = {
  button: 'Remarks',
  title: (title) => `Remarks on “${title}”`,
  none: 'There are no remarks yet.',
  counted: (remarks, groups) =>
    `${remarks} ${remarks === 1 ? 'remark' : 'remarks'}${groups === 0 ? '' : `, ${groups} ${groups === 1 ? 'group' : 'groups'}`}`,
  group: (number, remarks, bodies) =>
    remarks === 0
      ? `Group ${number}: no remark is left`
      : `Group ${number}: ${remarks} ${remarks === 1 ? 'remark' : 'remarks'} by ${bodies}`,
  common: 'In common',
  more: (n) => `and ${n} more`,
  gone: (bodies) => `Changed since they were grouped, and no longer in the group: the remarks of ${bodies}.`,
  tooFew:
    'Fewer than two remarks are left, so the consolidated table no longer groups them. Please split the group, and form a new one if needed.',
  otherArticle: 'To another article:',
  jump: (where, page) => `${where} (page ${page})`,
  groupButton: (where) => `Group remarks: ${where}`,
  split: (number) => `Split group ${number}`,
  grouped: (n) => `${n} remarks are now in one group.`,
  splitDone: 'The group has been split. Its remarks stand alone again in the consolidated table.',
  splitAlready: 'This group has already been split.',
  whereButton: (where, n) => `${where}: ${n} remarks`,
  otherArticles: (n) => `${n} more have remarks that can be grouped; please look in the list of remarks.`,
  chooseWhere: 'Please choose the article whose remarks are to be grouped.',
  nothingToGroup: 'No article has two remarks that are not yet grouped.',
  form: {
    title: 'Group remarks',
    submit: 'Group',
    remarks: 'Remarks that are alike',
    remarksHint: 'Choose at least two. The consolidated table keeps each of them word for word.',
    common: 'What they have in common',
    commonHint: 'Optional. In the consolidated table it stands before the remarks themselves.',
    firstOnly: (shown, all) =>
      `This form shows ${shown} of ${all} remarks that are not yet grouped; the others appear once these are grouped.`,
    atLeastTwo: 'Please choose at least two remarks.',
    changed: 'One of these remarks has just been grouped elsewhere or has changed. Please open the form again.',
  },
}
