import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

// The commands as an operator types them: npm, a fresh process, an installation on disk.

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'baraza-commands-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function run(command: string, ...args: string[]) {
  const done = spawnSync('npm', ['run', '-s', command, '--', ...args, '--json'], {
    encoding: 'utf8',
    env: { ...process.env, DATA_DIR: folder },
  })
  const lastLine = done.stderr.trim().split('\n').at(-1) ?? ''
  return {
    exit: done.status,
    result: done.stdout ? (JSON.parse(done.stdout) as Record<string, unknown>) : undefined,
    error: lastLine.startsWith('{"error"')
      ? (JSON.parse(lastLine) as { error: { code: string; message: string } }).error
      : undefined,
  }
}

function create(slug: string, ...more: string[]) {
  const owner = ['--owner-email', 'owner@acme.test', '--owner-password', 'long enough 1']
  return run(
    'tenant:create',
    '--slug',
    slug,
    '--name',
    'Acme',
    '--industry',
    'hotel',
    ...owner,
    ...more,
  )
}

test('a company is made, listed, exported and deleted', () => {
  const made = create('acme')
  expect(made.exit).toBe(0)
  expect(made.result).toMatchObject({ slug: 'acme', url: 'http://acme.localhost:3000' })
  expect(create('acme')).toMatchObject({ exit: 1, error: { code: 'slug_taken' } })
  expect(create('Acme!')).toMatchObject({ exit: 1, error: { code: 'invalid_slug' } })
  expect(create('admin')).toMatchObject({ exit: 1, error: { code: 'reserved_slug' } })

  const listed = run('tenant:list').result?.['tenants'] as Record<string, unknown>[]
  expect(listed).toHaveLength(1)
  expect(listed[0]).toMatchObject({
    slug: 'acme',
    name: 'Acme',
    industry: 'hotel',
    status: 'active',
  })

  const out = join(folder, 'copy.db')
  expect(run('tenant:export', '--tenant', 'acme', '--out', out).exit).toBe(0)
  expect(existsSync(out)).toBe(true)
  expect(run('tenant:export', '--tenant', 'nobody', '--out', `${out}2`).error?.code).toBe(
    'unknown_tenant',
  )

  expect(run('tenant:delete', '--tenant', 'acme', '--yes', 'other').error?.code).toBe(
    'not_confirmed',
  )
  expect(run('tenant:delete', '--tenant', 'acme', '--yes', 'acme').exit).toBe(0)
  expect(run('tenant:export', '--tenant', 'acme', '--out', `${out}3`).exit).toBe(1)
  expect(create('acme').error?.code).toBe('slug_taken')
}, 60_000)

test('wrong arguments end with 2 and say what is wrong', () => {
  expect(run('tenant:create', '--slug', 'x2')).toMatchObject({
    exit: 2,
    error: { code: 'wrong_arguments' },
  })
  expect(run('tenant:list', '--colour', 'red')).toMatchObject({ exit: 2 })
})

test('one bad row of knowledge adds nothing', () => {
  create('school')
  const file = join(folder, 'faq.json')
  writeFileSync(
    file,
    JSON.stringify([{ question: 'When?', answer: 'Now' }, { question: 'Where?' }]),
  )
  const bad = run('knowledge:add', '--tenant', 'school', '--kind', 'faq', '--file', file)
  expect(bad).toMatchObject({ exit: 1, error: { code: 'invalid_row' } })
  expect(bad.error?.message).toContain('Row 2')
  writeFileSync(file, JSON.stringify([{ question: 'When?', answer: 'Now' }]))
  const good = run('knowledge:add', '--tenant', 'school', '--kind', 'faq', '--file', file)
  expect(good).toMatchObject({ exit: 0, result: { added: 1 } })
}, 30_000)

test('people and keys are made once', () => {
  create('clinic')
  const member = ['--tenant', 'clinic', '--email', 'm@c.test', '--role', 'agent', '--name', 'M']
  expect(run('member:add', ...member, '--password', 'short')).toMatchObject({
    ...{ exit: 1, error: { code: 'weak_password' } },
  })
  expect(run('member:add', ...member, '--password', 'long enough 2').result?.['id']).toBe(2)
  expect(run('member:add', ...member, '--password', 'long enough 2').error?.code).toBe(
    'email_taken',
  )
  expect(run('api-key:create', '--tenant', 'clinic', '--name', 'CRM').result?.['key']).toMatch(
    /^baraza_/,
  )
}, 30_000)

test('bulk migration reports what is up to date', () => {
  create('mill')
  const done = run('tenant:migrate', '--all')
  expect(done.exit).toBe(0)
  expect(done.result?.['failures']).toEqual([])
}, 30_000)
