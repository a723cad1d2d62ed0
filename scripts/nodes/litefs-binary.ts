import { spawnSync } from 'node:child_process'
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'

const VERSION = 'v0.5.14'
const PACKAGE = 'github.com/superfly/litefs'
const KEPT = join(homedir(), '.cache', 'baraza', `litefs-${VERSION}`)

export type LiteFs = { path: string } | { missing: string }

/** The binary to run, and whether this machine can mount it. Nothing is fetched. */
export function findLiteFs(): LiteFs {
  if (process.platform !== 'linux') return { missing: 'LiteFS needs Linux' }
  if (!isUsable('/dev/fuse', constants.R_OK | constants.W_OK))
    return { missing: '/dev/fuse is not there or not ours' }
  if (!isOnPath('fusermount3')) return { missing: 'fusermount3 is not installed (Debian: fuse3)' }
  const given = process.env['LITEFS_BIN']
  if (given) return existsSync(given) ? { path: given } : { missing: `LITEFS_BIN: no ${given}` }
  if (existsSync(KEPT)) return { path: KEPT }
  return { missing: 'no litefs binary: set LITEFS_BIN, or run scripts/cluster start where Go is' }
}

/**
 * Builds the pinned version where Go is.
 *
 * @throws with the compiler's words when it cannot be built
 */
export function buildLiteFs(): string {
  const folder = mkdtempSync(join(tmpdir(), 'litefs-build-'))
  try {
    mkdirSync(join(KEPT, '..'), { recursive: true })
    // LiteFS replaces modules in its own go.mod, which `go install` of a version refuses.
    writeFileSync(
      join(folder, 'go.mod'),
      `module build\n\ngo 1.21\n\nrequire ${PACKAGE} ${VERSION}\n`,
    )
    const environment = { ...process.env, GOFLAGS: '-mod=mod', CGO_ENABLED: '1' }
    const made = spawnSync('go', ['build', '-o', KEPT, `${PACKAGE}/cmd/litefs`], {
      ...{ cwd: folder, env: environment, encoding: 'utf8' },
    })
    if (made.error) throw new Error('Go is not installed: set LITEFS_BIN to a litefs binary')
    if (made.status !== 0) throw new Error(`litefs could not be built:\n${made.stderr}`)
    return KEPT
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function isUsable(path: string, mode: number): boolean {
  try {
    accessSync(path, mode)
    return true
  } catch {
    return false
  }
}

function isOnPath(name: string): boolean {
  const folders = (process.env['PATH'] ?? '').split(':')
  return folders.some((folder) => isUsable(join(folder, name), constants.X_OK))
}
