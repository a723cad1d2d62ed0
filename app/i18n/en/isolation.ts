import type { Area } from '../translate.ts'

export const isolation = {
  'isolation.title': 'Isolation audit',
  'isolation.short': 'Isolation',
  'isolation.lead':
    'Every company’s file is opened to read only and checked: whose it is, whether it is whole, and what claims to be its own.',
  'isolation.run': 'Check every file now',
  'isolation.started':
    'Every file is being looked at, one after the other. No company waits for it.',
  'isolation.underWay': '{done} of {all} files looked at.',
  'isolation.broken': '{count, plural, one {# finding} other {# findings}}.',
  'isolation.whole':
    '{count, plural, one {# file is} other {# files are}} whole and where they belong.',
  'isolation.by': 'by {name}',
  'isolation.none': 'Nothing was found',
  'isolation.never': 'No file was checked yet',
  'isolation.noneLead': 'The same check runs on the command line: npm run -s tenant:audit.',
  'isolation.finding': 'Finding',
  'isolation.informs': 'Only informs',
  'isolation.subject': 'What',
  'isolation.detail': 'Detail',
  'isolation.kind_wrong_owner': 'The file belongs to somebody else',
  'isolation.kind_damaged': 'The file is damaged',
  'isolation.kind_unreadable': 'The file cannot be read',
  'isolation.kind_schema_behind': 'The schema is older than this version',
  'isolation.kind_schema_newer': 'The schema is newer than this version',
  'isolation.kind_orphans': 'Rows point at rows that are not there',
  'isolation.kind_row_without_file': 'A company without a file',
  'isolation.kind_file_without_row': 'A file without a company',
  'isolation.kind_endpoint_twice': 'The same channel in two companies',
  'isolation.kind_directory_mismatch': 'The directory and the file disagree',
  'isolation.kind_key_missing': 'No key for the company’s secrets',
  'isolation.kind_key_unusable': 'The company’s key does not open',
  'isolation.kind_phone_shared': 'A phone that several companies know',
} satisfies Area<'isolation'>
