import { expect, test } from 'vitest'
import { isFileTrouble } from './file-trouble.ts'
import { TenantFileError } from './open.server.ts'

const withCode = (code: string) => Object.assign(new Error('it failed'), { code })

test.each([
  'SQLITE_CORRUPT',
  'SQLITE_FULL',
  'SQLITE_IOERR_WRITE',
  'SQLITE_CANTOPEN',
  'EMFILE',
  'ENOSPC',
])('%s is trouble with a file, also as the cause of another error', (code) => {
  expect(isFileTrouble(withCode(code))).toBe(true)
  expect(isFileTrouble(new Error('around it', { cause: withCode(code) }))).toBe(true)
})

test("a file that is not the company's is trouble", () => {
  expect(isFileTrouble(new TenantFileError('wrong_owner', 'x'))).toBe(true)
})

test.each(['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_ERROR', 'ECONNREFUSED'])(
  "%s is a mistake of ours or somebody else's",
  (code) => expect(isFileTrouble(withCode(code))).toBe(false),
)
