import type { documentTexts as source } from '../vi/documents.ts'

/** The same in English. */
export const documentTexts: typeof source = {
  kinds: {
    docx: 'Word (.docx)',
    pdf: 'PDF',
    markdown: 'Markdown',
    text: 'plain text',
    png: 'PNG image',
    jpeg: 'JPEG image',
    tiff: 'TIFF image',
    webp: 'WebP image',
    other: 'file',
  },
  size: (bytes) => {
    const megabytes = bytes / 1_048_576
    return megabytes >= 1 ? `${megabytes.toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`
  },
  received: (name, kind, size) => `Received the file “${name}” (${kind}, ${size}).`,
  receivedFact: 'File received; please say what it is for.',
  whatFor: 'What is this file for?',
  keptForADay: 'If nothing is chosen, the system deletes it after 24 hours.',
  moreUses: (n) =>
    `${n} more ${n === 1 ? 'use is' : 'uses are'} not listed here: please send the file again with the item’s code, such as ND-DLCN.`,
  asDraftOf: (key) => `A draft of ${key}`,
  asDraft: 'A draft…',
  asLetterFor: (key) => `Attach to the opinion on ${key}`,
  asLetterOf: (key, whose) => `Attach to the opinion of ${whose} on ${key}`,
  asSourceFor: (key) => `Record an opinion on ${key} on a member’s behalf, with this file`,
  discard: 'Discard the file',
  discarded: 'The file has been discarded; nothing of it was kept.',
  noUse: (names) =>
    `The system has not kept ${names.join(', ')}: there is no open round to which you could attach a document.`,
  sendAgain:
    'The file is no longer here (used, discarded, or older than 24 hours). Please send it again if it is still needed.',
  refused: {
    'not-fetched': (name) =>
      `The system could not fetch the file ${name} from the platform, so nothing was saved. Please send it again in a few minutes.`,
    'not-given': (name) =>
      `The platform does not pass on the file ${name} in this conversation, so nothing was saved. Please send it in your own conversation with the system.`,
    'too-many': (name) =>
      `The file ${name} was not saved: a message can have 10 files at most. Please send the rest in another message.`,
    'too-large': (name) =>
      `The file ${name} is larger than 20 MB and was not saved. Please send a smaller version, such as a lower-resolution scan.`,
    'type-not-taken': (name) =>
      `The file ${name} was not saved: the system accepts Word files (.docx), PDF, page images (PNG, JPEG) and plain text (.txt, .md).`,
    'old-format': (name) =>
      `The file ${name} is in an old format (.doc, .rtf), so the system cannot read it and did not save it. Please save it as .docx and send it again.`,
    'too-many-pages': (name) =>
      `The file ${name} has too many pages and was not saved. Please split it into files of fewer than 500 pages.`,
    'not-unicode': (name) =>
      `The file ${name} is not in Unicode, so the system cannot read it and did not save it. Please save it as UTF-8 and send it again.`,
    script: (name) =>
      `The file ${name} contains a program (JavaScript, or a programmed form), so the system did not accept or save it. Please print it to a new PDF and send that.`,
    launch: (name) =>
      `The file ${name} contains a command that opens a program or another file on the reader’s computer, so the system did not accept or save it. Please remove links to files on your computer and export it again, or print it to a new PDF.`,
    'opens-by-itself': (name) =>
      `The file ${name} opens a web page or another file by itself when it is opened, so the system did not accept or save it. Please print it to a new PDF and send that.`,
    'holds-files': (name) =>
      `The file ${name} contains a file or an object from another program, so the system did not accept or save it. Please remove it (or turn it into a picture) and save it again, or print to a new PDF; please send the embedded file separately.`,
    media: (name) =>
      `The file ${name} contains video, sound or a 3D model, so the system did not accept or save it. Please print it to a new PDF and send that.`,
    control: (name) =>
      `The file ${name} contains a control that runs a program (ActiveX), so the system did not accept or save it. Please delete the control in Word and save again, or send a PDF.`,
    'loads-from-elsewhere': (name) =>
      `The file ${name} loads a template, a frame or an object from another computer when Word opens it, so the system did not accept or save it. Please copy its content into a new Word file, or send a PDF.`,
    'reaches-out': (name) =>
      `The file ${name} contains fields that call a program (DDE) or fetch data from another computer, so the system did not accept or save it. Please unlink those fields in Word (select them, press Ctrl+Shift+F9) and save again, or send a PDF.`,
    unsafe: (name) =>
      `The file ${name} is built in an unusual way (it unpacks too large, or has a part that is not safe), so the system did not open or save it. Please open it in Word, save it again and send it.`,
    busy: (name) =>
      `The system is busy reading other files and has not accepted ${name}; nothing was saved. Please send it again in a few minutes.`,
    encrypted: (name) =>
      `The file ${name} is password-protected, so the system cannot read it and did not save it. Please send a copy without a password.`,
    macros: (name) =>
      `The file ${name} contains macros, which the system does not accept. Please save it as an ordinary .docx and send it again.`,
    archive: (name) =>
      `The file ${name} is an archive, which the system does not accept. Please send the documents one by one.`,
    'lying-extension': (name) =>
      `The content of ${name} does not match its extension, so the system does not accept it. Please open it, save it in the right format and send it again.`,
    broken: (name) =>
      `The file ${name} is damaged: the system cannot read it and did not save it. Please open it, save it again and send it.`,
    empty: (name) => `The file ${name} is empty and was not saved.`,
    secret: (name) =>
      `The file ${name} bears a classification mark. The system does not accept state secrets: the file was not saved, and nothing of it was kept. Please send it through the channel for classified documents.`,
  },
  unnamed: 'with no name',
  secretFile: 'you sent',

  formTitle: 'Draft',
  formSubmit: 'Review',
  item: 'Item of the plan',
  version: 'Version of the draft',
  versionHint: 'Leave unchanged if this is the next version',
  badVersion: 'Please enter a number from 1 to 999.',
  preview: (key, version) => `Draft ${key}, version ${version}: review before saving`,
  keptBefore: (key, version) => `Draft ${key}, version ${version}: this file has already been saved`,
  notKeptYet: 'This is what the system has read. Nothing is saved until you press [Save the draft].',
  fileName: 'File',
  number: 'Reference number',
  dated: 'Date on the document',
  title: 'Title found',
  structure: 'Structure',
  counts: (counts) => {
    const words = [
      [counts.part, 'part'],
      [counts.chapter, 'chapter'],
      [counts.section, 'section'],
      [counts.article, 'article'],
      [counts.clause, 'clause'],
      [counts.point, 'point'],
      [counts.heading, 'heading'],
      [counts.appendix, 'appendix'],
    ] as const
    const plural = (word: string) => (word === 'appendix' ? 'appendices' : `${word}s`)
    const said = words
      .filter(([count]) => count > 0)
      .map(([count, word]) => `${count} ${count === 1 ? word : plural(word)}`)
    return said.length === 0 ? 'no articles, clauses or headings found; the whole text is one block' : said.join(', ')
  },
  outline: 'Outline',
  moreOutline: (left) => `… and ${left} more`,
  doubtful: (count) => `Please check ${count === 1 ? 'this place' : `these ${count} places`}:`,
  moreDoubts: (left) => `… and ${left} more`,
  /** What a reading is not sure of, by its kind. */
  doubts: {
    'number-skipped': (f) => `${f.provision}: a number was skipped before it`,
    'number-repeated': (f) => `${f.provision}: the number occurs twice`,
    'not-a-provision': (f) =>
      `Line ${f.line} looks like the start of a provision but was read as text${f.provision === '' ? '' : ` of ${f.provision}`}`,
    'quotation-open': (f) => `Line ${f.line}: a quotation mark is opened but never closed`,
    'no-structure': () => 'No articles, clauses or headings were found',
    'tracked-changes': (f) =>
      `The file still has tracked changes (${f.insertions} insertions, ${f.deletions} deletions): read as if all were accepted`,
    'hidden-text': (f) => `${f.count} hidden ${f.count === 1 ? 'passage was' : 'passages were'} not read`,
    pictures: (f) =>
      `${f.count} ${f.count === 1 ? 'picture was' : 'pictures were'} not read; the file itself keeps them`,
    comments: (f) => `${f.count} margin ${f.count === 1 ? 'comment was' : 'comments were'} not read`,
    'embedded-parts': (f) => `${f.count} embedded ${f.count === 1 ? 'object was' : 'objects were'} not read`,
    misread: (f) =>
      `${f.count} lines, from line ${f.line} on, look like text in an old font (TCVN3, VNI) or the wrong encoding; please convert the file to Unicode`,
    'legacy-font': (f) =>
      `Some words use an old font (${f.font}); please convert them to Unicode so that they can be found and commented on`,
    'left-out': (f) => `Left out of the text as a repeated header or footer: “${f.text}”`,
    'page-without-text': (f) => `Page ${f.page} has no text layer`,
  },
  keep: 'Save the draft',
  otherItem: 'Choose another item',
  sameFile: (version) => `This file has already been saved as version ${version}; there is no need to save it again.`,
  replaces: (version) =>
    `Version ${version} already has another file. If you save this one, it will replace that file; rounds already opened on the old file keep it.`,
  joinsRound: (version) =>
    `The open round on version ${version} has no file yet: once this is saved, those asked can read it.`,
  kept: (key, version) => `Draft ${key}, version ${version}, has been saved.`,
  notADraft:
    'This file cannot be read as a draft (for example, a scan without a text layer), so it can only be attached to an opinion.',

  heading: (key, version) => `Draft ${key}, version ${version}`,
  draft: 'Draft',
  draftFile: (version, name) => `version ${version}, file ${name}`,
  noDraft: 'no file yet',
  draftWaits: 'none saved yet; the file just sent awaits your choice below',
  bringDraft: (key) => `no file yet; please send the draft in this conversation with the code ${key}`,
  show: 'Show the draft',
  read: 'Read part by part',
  foundFor: (words) => `Provisions found for “${words}”:`,
  see: 'View',
  foundMore: (n) => `Only the ${n} best matches are shown; please add words to narrow the search.`,
  nothingFound: (words) => `“${words}” was not found in this draft.`,
  readWhole: 'Read the whole draft',
  readAndRemark: 'Read the draft and comment on its provisions',
  mySeat: (round) => `My opinion, round ${round}`,
  seatOf: (name, round) => `For ${name}, round ${round}`,
  unsent: 'not sent yet',
  open: 'Download the draft',
  get: (name) => `Download “${name}”`,
  getShort: 'Download',
  ready: (name) => `The file “${name}” is ready.`,
  until: (at) => `The link works for this account only, until ${at}.`,
  getAgain: 'Get the file again',
  repeated:
    'The file was sent with the previous message. A link is shown only once; please press [Get the file again] if you need it.',
  nowhere:
    'Files cannot be sent on this platform, and the system has not been told the address at which people reach it; please open the file on the system’s own page.',
  before: 'Previous',
  after: 'Next',
  toOutline: 'To the outline',
  remark: 'Comment',

  attached: 'Attached documents',
  attachedLine: (name, number, dated) =>
    [number === null ? undefined : `no. ${number}`, dated === null ? undefined : `of ${dated}`, `file “${name}”`]
      .filter((part) => part !== undefined)
      .join(', '),
  letterField: 'Attached document',
  letterFieldHint: 'Signed or scanned: PDF, Word or image, up to 20 MB. Optional',
  letterInstead: 'To attach a signed document, please send the file in your own conversation with the system.',
  numberWithoutFile: 'This number or date belongs to an attached file; please choose the file, or leave this empty.',
  notInDraft: (names) =>
    `${names.join(', ')} ${names.length === 1 ? 'was' : 'were'} not found in the draft; the comment will be sent as written. If this is a mistake, please correct it before sending.`,
  letterKinds: (name) =>
    `The file ${name} is plain text, so it cannot be a signed document. Please choose a Word file (.docx), a PDF or an image.`,
  letterForm: 'Attached document',
  letterSubmit: 'Attach',
  letterNumber: 'Reference number',
  letterNumberHint: 'Of the attached letter, for example 1234/BYT-CNTT. Optional',
  letterDate: 'Date of the document',
  futureLetter: 'The date of the document cannot be in the future.',
  attachedNow: (name) => `“${name}” has been attached to the draft opinion.`,
  tooManyFiles: (most) => `An opinion can have ${most} attached files at most.`,
  remove: 'Remove the file',
}
