import { existsSync, readdirSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { uploadsFolderOf } from '#app/tenancy/tenant-db.server.ts'
import { createTestTenant } from '#tests/tenant.ts'
import type { TestTenant } from '#tests/tenant.ts'
import { PIXEL } from '#tests/whatsapp.ts'
import { pruneFiles } from './prune.server.ts'
import { openFile, putFile } from './store.server.ts'

let tenant: TestTenant
beforeEach(() => void (tenant = createTestTenant()))
afterEach(() => tenant.close())

const put = (name: string, bytes: Buffer | string, purpose: 'message' | 'logo' = 'message') =>
  putFile(tenant.db, { name, bytes: Buffer.from(bytes), purpose })

async function kept(name: string, bytes: Buffer | string) {
  const result = await put(name, bytes)
  return result.ok ? openFile(tenant.db, result.fileId) : undefined
}

test('the type comes from the bytes, not from the name', async () => {
  expect((await kept('report.pdf', PIXEL))?.file.mimeType).toBe('image/png')
  expect((await kept('photo.png', 'just words'))?.file.mimeType).toBe('text/plain')
  expect((await kept('page.html', '<html><script>x</script>'))?.file.mimeType).toBe('text/plain')
  expect((await kept('x.svg', '<svg onload="x"/>'))?.file.mimeType).toBe('text/plain')
  expect((await kept('list.csv', 'a,b\n1,2'))?.file.mimeType).toBe('text/csv')
  const noise = Buffer.from([0, 1, 2, 3, 0xff, 0xfe])
  expect((await kept('noise.txt', noise))?.file.mimeType).toBe('application/octet-stream')
})

test('nothing of the name reaches the disk, and the shown name has no path', async () => {
  const opened = await kept('../../etc/passwd\u0000.png', PIXEL)
  expect(opened?.path.startsWith(uploadsFolderOf(tenant.db))).toBe(true)
  expect(opened?.path).not.toContain('passwd')
  expect(opened?.file.name).toBe('passwd .png')
  expect((await kept('', PIXEL))?.file.name).toBe('file.png')
})

test('empty, too large and wrong kinds are refused, and leave nothing behind', async () => {
  expect(await put('a', '')).toEqual({ ok: false, reason: 'file_empty' })
  expect(await put('a', Buffer.alloc(3 * 1024 * 1024), 'logo')).toEqual({
    ...{ ok: false, reason: 'file_too_large' },
  })
  expect(await put('logo.svg', '<svg/>', 'logo')).toEqual({ ok: false, reason: 'file_type' })
  expect(existsSync(uploadsFolderOf(tenant.db))).toBe(false)
})

test('what no message holds is removed after a day', async () => {
  const opened = await kept('draft.png', PIXEL)
  await pruneFiles(tenant.db)
  expect(existsSync(opened?.path ?? '')).toBe(true)
  await pruneFiles(tenant.db, Date.now() + 25 * 3_600_000)
  expect(existsSync(opened?.path ?? '')).toBe(false)
  expect(readdirSync(uploadsFolderOf(tenant.db), { recursive: true })).toHaveLength(1)
})
