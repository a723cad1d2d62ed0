import { existsSync, readFileSync } from 'node:fs'
import { parse as parseToml } from 'smol-toml'
import { expect, test } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { envSchema } from '#app/server/env.server.ts'

const dockerfile = readFileSync('Dockerfile', 'utf8')
const fly = parseToml(readFileSync('fly.toml', 'utf8')) as Record<string, never> & {
  env: Record<string, string>
  mounts: { destination: string }[]
  http_service: {
    internal_port: number
    auto_stop_machines: string
    min_machines_running: number
    checks: { path: string }[]
  }
}
type LiteFs = {
  fuse: { dir: string }
  data: { dir: string }
  http: { addr: string }
  proxy?: unknown
  lease: Record<string, unknown> & { type: string; 'advertise-url': string }
  exec: { cmd: string }[]
}
const readLiteFs = (path: string) => {
  // LiteFS expands ${…} itself; a placeholder stands in so that YAML can be read.
  const text = readFileSync(path, 'utf8').replace(/\$\{[^}]+\}/g, 'EXPANDED')
  return parseYaml(text) as LiteFs
}
const variants = ['litefs.yml', 'litefs.static.yml']

test.each(variants)('%s mounts where the app looks for its databases', (path) => {
  const litefs = readLiteFs(path)
  expect(litefs.fuse.dir).toBe(`${fly.env['DATA_DIR']}/db`)
  expect(litefs.fuse.dir).toBe(fly.env['LITEFS_DIR'])
  expect(dockerfile).toContain(`LITEFS_DIR=${litefs.fuse.dir}`)
  expect(litefs.data.dir.startsWith(`${fly.mounts[0]?.destination}/`)).toBe(true)
  expect(litefs.data.dir).not.toBe(litefs.fuse.dir)
})

test.each(variants)('%s leaves routing to the app and runs a command that exists', (path) => {
  const litefs = readLiteFs(path)
  expect(litefs.proxy).toBeUndefined()
  const script = /^node scripts\/run\.mjs (\S+)$/.exec(litefs.exec[0]?.cmd ?? '')?.[1]
  expect(existsSync(`scripts/${script}.ts`)).toBe(true)
})

test.each(variants)('%s listens where the app asks for its role', (path) => {
  const port = readLiteFs(path).http.addr.split(':').at(-1)
  expect(envSchema.shape.LITEFS_URL.parse(undefined)).toBe(`http://127.0.0.1:${port}`)
  expect(readLiteFs(path).lease['advertise-url']).toContain(`:${port}`)
})

test('both kinds of lease are there', () => {
  expect(variants.map((path) => readLiteFs(path).lease.type)).toEqual(['consul', 'static'])
})

test('Fly sends traffic to the port the server listens on and asks pages that answer', () => {
  expect(String(fly.http_service.internal_port)).toBe(fly.env['PORT'])
  expect(dockerfile).toContain(`PORT=${fly.http_service.internal_port}`)
  expect(fly.http_service.checks.map((check) => check.path)).toEqual(['/healthz', '/readyz'])
})

test('no machine is stopped while companies rely on its jobs', () => {
  expect(fly.http_service.auto_stop_machines).toBe('off')
  expect(fly.http_service.min_machines_running).toBeGreaterThan(0)
})

test('every folder the image needs exists and the image brings no secret', () => {
  for (const match of dockerfile.matchAll(/^COPY (?!--from)([a-z-]+) \.\//gm)) {
    expect(existsSync(match[1] as string)).toBe(true)
  }
  expect(dockerfile).not.toMatch(/SESSION_SECRET=|ENCRYPTION_KEY=/)
  expect(dockerfile).toContain('COPY --from=flyio/litefs:')
})

test('.env.example lists exactly the variables of the schema', () => {
  const listed = readFileSync('.env.example', 'utf8')
    .split('\n')
    .flatMap((line) => /^([A-Z_]+)=/.exec(line)?.[1] ?? [])
  const setByPlatform = ['NODE_ENV', 'FLY_ALLOC_ID', 'FLY_APP_NAME']
  const known = Object.keys(envSchema.shape).filter((name) => !setByPlatform.includes(name))
  expect([...listed].sort()).toEqual(known.sort())
})
