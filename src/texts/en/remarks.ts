import type { remarksTexts as source } from '../vi/remarks.ts'

/** The same in English. */
export const remarksTexts: typeof source = {
  button: 'Comments',
  title: (title) => `Comments on “${title}”`,
  none: 'There are no comments yet.',
  counted: (remarks, groups) =>
    `${remarks} ${remarks === 1 ? 'comment' : 'comments'}${groups === 0 ? '' : `, ${groups} ${groups === 1 ? 'group' : 'groups'}`}`,
  group: (number, remarks, bodies) =>
    remarks === 0
      ? `Group ${number}: no comments left`
      : `Group ${number}: ${remarks} ${remarks === 1 ? 'comment' : 'comments'} by ${bodies}`,
  common: 'In common',
  more: (n) => `and ${n} more`,
  gone: (bodies) => `Changed since they were grouped, and no longer in the group: comments by ${bodies}.`,
  tooFew:
    'Fewer than two comments are left, so the consolidated table no longer groups them. Please split the group, and form a new one if needed.',
  otherArticle: 'Go to another article:',
  jump: (where, page) => `${where} (page ${page})`,
  groupName: (number) => `Group ${number}`,
  split: 'Split',
  grouped: (n) => `${n} comments are now in one group.`,
  splitDone: 'The group has been split. Its comments are listed separately again in the consolidated table.',
  splitAlready: 'This group has already been split.',
  where: 'Group the comments on which article?',
  whereButton: (where, n) => `${where}: ${n} comments`,
  otherArticles: (n) => `${n} more articles have comments that can be grouped; please see the list of comments.`,
  chooseWhere: 'Please choose the article whose comments are to be grouped.',
  nothingToGroup: 'No article has two comments that are not yet grouped.',
  form: {
    title: 'Group comments',
    submit: 'Group',
    remarks: 'Similar comments',
    remarksHint: 'Choose at least two. The consolidated table keeps each of them word for word.',
    common: 'What they have in common',
    commonHint: 'Optional. In the consolidated table it comes before the comments themselves.',
    firstOnly: (shown, all) =>
      `This form shows ${shown} of ${all} comments that are not yet grouped; the others appear once these are grouped.`,
    atLeastTwo: 'Please choose at least two comments.',
    changed: 'One of these comments has just been grouped elsewhere or has changed. Please open the form again.',
  },
}
