import type { documentTexts as source } from '../vi/documents.ts'

/** The same in English. */
export const documentTexts: typeof source = {
  kinds: {
    docx: 'Word (.docx)',
    pdf: 'PDF',
    markdown: 'Markdown',
    text: 'plain text',
    png: 'PNG picture',
    jpeg: 'JPEG picture',
    tiff: 'TIFF picture',
    webp: 'WebP picture',
    other: 'file',
  },
  size: (bytes) => {
    const megabytes = bytes / 1_048_576
    return megabytes >= 1 ? `${megabytes.toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`
  },
  received: (name, kind, size) => `Received the file “${name}” (${kind}, ${size}).`,
  receivedFact: 'File received; please say what it is for.',
  whatFor: 'What is this file for? If nothing is chosen, the system deletes it after 24 hours.',
  moreUses: (n) =>
    `${n} more ${n === 1 ? 'use is' : 'uses are'} not named here: send the file again with the item’s code beside it, such as ND-DLCN.`,
  asDraftOf: (key) => `It is a draft of ${key}`,
  asDraft: 'It is a draft…',
  asLetterFor: (key) => `Attach to the opinion on ${key}`,
  asLetterOf: (key, whose) => `Attach to the opinion of ${whose} on ${key}`,
  asSourceFor: (key) => `Record an absent member’s opinion on ${key} with it`,
  discard: 'Discard the file',
  discarded: 'The file was discarded; nothing of it is kept.',
  noUse: (names) =>
    `The system does not keep ${names.join(', ')}: there is no open round in which this account could answer with a document.`,
  sendAgain:
    'The file is no longer here (used, discarded, or older than 24 hours). Please send it again if it is still needed.',
  refused: {
    'not-fetched': (name) =>
      `The system could not fetch the file ${name} from the platform, so nothing was stored. Please send it again in a few minutes.`,
    'not-given': (name) =>
      `The platform does not hand over the file ${name} in this conversation, so nothing was stored. Please send it in your own conversation with the system.`,
    'too-many': (name) =>
      `The file ${name} was not stored: a message takes 10 files at most. Please send the rest in another message.`,
    'too-large': (name) =>
      `The file ${name} is larger than 20 MB and was not stored. Please send a smaller version, such as a scan of lower resolution.`,
    'type-not-taken': (name) =>
      `The file ${name} was not stored: the system takes Word files (.docx), PDF, pictures of a page (PNG, JPEG) and plain text (.txt, .md).`,
    'old-format': (name) =>
      `The file ${name} is in an old format (.doc, .rtf), so the system cannot read it and did not store it. Please save it as .docx and send it again.`,
    'too-many-pages': (name) =>
      `The file ${name} has too many pages and was not stored. Please split it into files of fewer than 500 pages.`,
    'not-unicode': (name) =>
      `The file ${name} is not in Unicode, so the system cannot read it and did not store it. Please save it as UTF-8 and send it again.`,
    script: (name) =>
      `The file ${name} has a program inside (JavaScript, or a programmed form), so the system did not take or store it. Please print it to a new PDF and send that.`,
    launch: (name) =>
      `The file ${name} has a command that opens a program or another file on the reader's computer, so the system did not take or store it. Please remove links to files on your computer and export it again, or print it to a new PDF.`,
    'opens-by-itself': (name) =>
      `The file ${name} opens a web page or another file by itself when it is opened, so the system did not take or store it. Please print it to a new PDF and send that.`,
    'holds-files': (name) =>
      `The file ${name} has a file or an object of another program inside, so the system did not take or store it. Please remove it (or turn it into a picture) and save again, or print to a new PDF; send the file inside by itself.`,
    media: (name) =>
      `The file ${name} has video, sound or a 3D model inside, so the system did not take or store it. Please print it to a new PDF and send that.`,
    control: (name) =>
      `The file ${name} has a control that runs a program (ActiveX), so the system did not take or store it. Please delete the control in Word and save again, or send a PDF.`,
    'loads-from-elsewhere': (name) =>
      `The file ${name} loads a template, a frame or an object from another computer when Word opens it, so the system did not take or store it. Please copy its content into a new Word file, or send a PDF.`,
    'reaches-out': (name) =>
      `The file ${name} has fields that call a program (DDE) or fetch data from another computer, so the system did not take or store it. Please unlink those fields in Word (select them, press Ctrl+Shift+F9) and save again, or send a PDF.`,
    unsafe: (name) =>
      `The file ${name} is built in an unusual way (it unpacks too large, or has a part that is not safe), so the system did not open or store it. Please open it in Word, save it again and send it.`,
    busy: (name) =>
      `The system is reading many files and has not taken ${name}; nothing was stored. Please send it again in a few minutes.`,
    encrypted: (name) =>
      `The file ${name} has a password, so the system cannot read it and did not store it. Please send one without a password.`,
    macros: (name) =>
      `The file ${name} contains macros, which the system does not take. Please save it as a plain .docx and send it again.`,
    archive: (name) =>
      `The file ${name} is an archive, which the system does not take. Please send the documents one by one.`,
    'lying-extension': (name) =>
      `The content of ${name} does not match its extension, so the system does not take it. Please open it, save it in the right format and send it again.`,
    broken: (name) =>
      `The file ${name} is damaged: the system cannot read it and did not store it. Please open it, save it again and send it.`,
    empty: (name) => `The file ${name} is empty and was not stored.`,
    secret: (name) =>
      `The file ${name} carries a secrecy mark. The system does not take state secrets: the file was not stored, and nothing of it is kept. Please send it by the channel for classified documents.`,
  },
  unnamed: 'without a name',
  secretFile: 'you sent',

  formTitle: 'Draft',
  formSubmit: 'Review',
  item: 'Item of the plan',
  version: 'Version of the draft',
  versionHint: 'Leave it as it is if this is the next version',
  badVersion: 'Please enter a number from 1 to 999.',
  preview: (key, version) => `Draft ${key}, version ${version}: review before saving`,
  keptBefore: (key, version) => `Draft ${key}, version ${version}: this file is already saved`,
  notKeptYet: 'This is what the system read. Nothing is saved until [Save the draft] is pressed.',
  fileName: 'File',
  number: 'Number and symbol',
  dated: 'Date on the document',
  title: 'Title as read',
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
  doubtful: (count) => `${count} ${count === 1 ? 'place is' : 'places are'} doubtful; please check:`,
  moreDoubts: (left) => `… and ${left} more`,
  /** What a reading is not sure of, by its kind. */
  doubts: {
    'number-skipped': (f) => `${f.provision}: a number was skipped before it`,
    'number-repeated': (f) => `${f.provision}: the number occurs twice`,
    'not-a-provision': (f) =>
      `Line ${f.line} begins like a provision and was read as text${f.provision === '' ? '' : ` of ${f.provision}`}`,
    'quotation-open': (f) => `Line ${f.line}: a quotation begins and never ends`,
    'no-structure': () => 'No articles, clauses or headings were found',
    'tracked-changes': (f) =>
      `The file still has tracked changes (${f.insertions} insertions, ${f.deletions} deletions): read as if all were accepted`,
    'hidden-text': (f) => `${f.count} hidden ${f.count === 1 ? 'passage was' : 'passages were'} not read`,
    pictures: (f) =>
      `${f.count} ${f.count === 1 ? 'picture was' : 'pictures were'} not read; the file itself keeps them`,
    comments: (f) => `${f.count} margin ${f.count === 1 ? 'comment was' : 'comments were'} not read`,
    'embedded-parts': (f) => `${f.count} embedded ${f.count === 1 ? 'object was' : 'objects were'} not read`,
    misread: (f) =>
      `${f.count} lines, from line ${f.line} on, look like text for an old font (TCVN3, VNI) or read in a wrong encoding; please convert it to Unicode`,
    'legacy-font': (f) =>
      `Some words use an old font (${f.font}); convert them to Unicode so that they can be found and commented on`,
    'left-out': (f) => `Not counted as text, since it repeats at the head or foot of pages: “${f.text}”`,
    'page-without-text': (f) => `Page ${f.page} has no text layer`,
  },
  keep: 'Save the draft',
  otherItem: 'Choose another item',
  sameFile: (version) => `This file is already saved as version ${version}; there is no need to save it again.`,
  replaces: (version) =>
    `Version ${version} already has another file. If saved, this file takes its place; a round that asked about the old file keeps it.`,
  joinsRound: (version) =>
    `The open round asks about version ${version} and has no file yet: once saved, those asked can read it.`,
  kept: (key, version) => `Draft ${key}, version ${version}, is saved.`,
  notADraft:
    'This file cannot be read as a draft (a scan without a text layer, for instance), so it can only be attached to an opinion.',

  heading: (key, version) => `Draft ${key}, version ${version}`,
  draft: 'Draft',
  draftFile: (version, name) => `version ${version}, file ${name}`,
  noDraft: 'no file yet',
  bringDraft: (key) => `no file yet; send the draft as a file in this conversation, with the code ${key} beside it`,
  show: 'Show the draft',
  read: 'Read part by part',
  foundFor: (words) => `Provisions found for “${words}”:`,
  foundMore: (n) => `Only the ${n} best matches are shown; type more words to narrow the search.`,
  nothingFound: (words) => `“${words}” is not in this draft.`,
  readWhole: 'Read the whole draft',
  readAndRemark: 'Read the draft and comment on its provisions',
  mySeat: (round) => `My opinion, round ${round}`,
  seatOf: (name, round) => `For ${name}, round ${round}`,
  unsent: 'not sent',
  open: 'Download the draft',
  get: (name) => `Download “${name}”`,
  ready: (name) => `The file “${name}” is ready.`,
  until: (at) => `Where it comes as a link, the link works for this account alone, until ${at}.`,
  getAgain: 'Get the file again',
  repeated: 'The file came with the message before. A link is shown once; press [Get the file again] if it is needed.',
  nowhere:
    'This platform takes no files, and nobody has said under which address the system is reached; please open it on the system’s own page.',
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
  letterFieldHint: 'Signed or scanned: PDF, Word, picture; 20 MB at most. May be left empty',
  letterInstead: 'To attach a signed document, please send the file in your own conversation with the system.',
  numberWithoutFile: 'This number or date goes with an attached file; please choose the file, or leave it empty.',
  notInDraft: (names) =>
    `The draft has no ${names.join(', ')}; the comment goes as it is written. If it is a slip, please change it before sending.`,
  letterKinds: (name) =>
    `The file ${name} is plain text and cannot be a signed document. Please choose a Word file (.docx), a PDF or a picture.`,
  letterForm: 'Attached document',
  letterSubmit: 'Attach',
  letterNumber: 'Number and symbol',
  letterNumberHint: 'For example 1234/BYT-CNTT. May be left empty',
  letterDate: 'Date of the document',
  futureLetter: 'The document cannot be dated after today.',
  attachedNow: (name) => `“${name}” is attached to the draft opinion.`,
  tooManyFiles: (most) => `An opinion takes ${most} attached files at most.`,
  remove: (name) => `Remove the file “${name}”`,
}
