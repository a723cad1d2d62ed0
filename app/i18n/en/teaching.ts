import type { Area } from '../translate.ts'

export const teaching = {
  'teaching.job_document': 'Reading a document',
  'teaching.job_website': 'Reading a website',
  'teaching.files': 'Files',
  'teaching.filesHelp':
    'PDF, Word, Excel, CSV, HTML, text or Markdown, several at once, at most 20 MB each. A file of the same name becomes the next version of its document.',
  'teaching.noteTaken':
    '{count, plural, one {The file was taken and is being read.} other {# files were taken and are being read.}}',
  'teaching.noteReading': 'It is being read again. Until then the assistant uses what it knew.',
  'teaching.noteRestored': 'The earlier version is in use again.',
  'teaching.state_waiting': 'Waiting',
  'teaching.state_reading': 'Being read',
  'teaching.state_processed': 'Ready',
  'teaching.state_failed': 'Failed',
  'teaching.used': 'Answers',
  'teaching.usedCount':
    '{count, plural, =0 {No answer used it yet} one {# answer used it} other {# answers used it}}',
  'teaching.lastUsed': 'Last used',
  'teaching.never': 'Never',
  'teaching.source': 'Source',
  'teaching.sourceWritten': 'Written here',
  'teaching.pages': '{count, plural, one {# page} other {# pages}}',
  'teaching.page': 'page {page}',
  'teaching.passagesTitle': 'What it contributes',
  'teaching.passagesLead': 'The passages the assistant finds and quotes.',
  'teaching.passagesNone': 'No passage yet.',
  'teaching.replace': 'Replace the file',
  'teaching.replaceLead': 'The new file is read first; until then the old one stays in use.',
  'teaching.replaceFile': 'New file',
  'teaching.replaceStart': 'Upload',
  'teaching.readAgain': 'Read again',
  'teaching.versions': 'Versions',
  'teaching.version': 'Version {number}',
  'teaching.versionInUse': 'In use',
  'teaching.versionUnread': 'Not readable',
  'teaching.versionBy': 'by {name}',
  'teaching.versionRestored': 'copy of version {number}',
  'teaching.goBack': 'Use this version',
  'teaching.download': 'Download',
  'teaching.oldStays': 'What the document said before stays in use.',
  'teaching.fail_interrupted': 'It was interrupted several times. Read it again.',
  'teaching.fail_encrypted': 'The file has a password. Save it without one and upload it again.',
  'teaching.fail_broken': 'The file is damaged. Save it again in its program and upload that.',
  'teaching.fail_scanned':
    'There are only pictures of pages in it and no text. Scan it with text recognition (OCR), or write the important parts down.',
  'teaching.fail_empty': 'There is no text in it.',
  'teaching.fail_unsupported':
    'This kind of file cannot be read. Save it as PDF, Word (.docx), Excel (.xlsx), CSV, HTML or text.',
  'teaching.fail_unsafe':
    'The file holds instructions that office programs do not write. It was not read.',
  'teaching.fail_too_long':
    'There are more than two million characters in it. Split it into several files.',
  'teaching.fail_too_many_pages':
    'There are more than 2,000 pages in it. Split it into several files.',
  'teaching.fail_unpacks_too_large':
    'Unpacked it is larger than 120 MB. Take pictures out or split it.',
  'teaching.fail_too_complex': 'Reading it took too much memory. Split it into several files.',
  'teaching.fail_timeout': 'Reading it took longer than a minute. Split it into several files.',
} satisfies Area<'teaching'>
