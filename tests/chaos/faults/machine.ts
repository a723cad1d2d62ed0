import { spawnSync } from 'node:child_process'
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Check, Fault } from '../fault.ts'
import { visit } from '../watch.ts'
import type { World } from '../world.ts'

const DISK_MB = 64
const FILL_BYTES = 64 * 1024
/** Enough to start with, and soon too few: each company's file takes four, each connection one. */
const DESCRIPTORS = 96
const VISITORS = 120
const SLOW_FLUSH_MS = 60
const HOUR_S = 3_600
const FAKETIME = '/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1'
const isLinux = process.platform === 'linux'

/** No byte is left on the disk that everything is written to. */
export const fullDisk: Fault = {
  name: 'full-disk',
  skip: () => {
    if (!isLinux) return 'tmpfs is Linux only'
    const disk = makeDisk(1)
    disk?.remove()
    return disk ? undefined : 'a tmpfs cannot be mounted here (not root)'
  },
  world: () => ({ disk: makeDisk(DISK_MB) }),
  run: async (world, check) => {
    await world.pass(500, 1_000)
    const filler = join(world.dataDir, 'filler')
    const isFilling = { now: true }
    const filling = keepFull(filler, isFilling)
    await world.pass(3_000, 4_000)
    await checkServes(world, check, 'with a full disk')
    isFilling.now = false
    await filling
    rmSync(filler)
    await checkComesBack(world, check, 'there is room again')
    const refused = world.traffic.written.filter(({ firstStatus }) => firstStatus === 503).length
    check(refused > 0, 'nothing was refused: the disk was not full')
    return `${refused} refused and sent again`
  },
}

/** Whatever gets free (a log that is pruned) is taken at once. */
async function keepFull(path: string, isFilling: { now: boolean }): Promise<void> {
  const file = openSync(path, 'w')
  for (; isFilling.now; await wait(20)) {
    for (let bytes = FILL_BYTES; bytes >= 1;) {
      try {
        writeSync(file, Buffer.alloc(bytes))
      } catch {
        bytes = Math.floor(bytes / 4)
      }
    }
  }
  closeSync(file)
}

function makeDisk(megabytes: number) {
  const folder = mkdtempSync(join(tmpdir(), 'baraza-chaos-disk-'))
  const options = ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'none', folder]
  const isMounted = spawnSync('mount', options).status === 0
  const remove = () => {
    if (isMounted) spawnSync('umount', ['-l', folder])
    rmSync(folder, { recursive: true, force: true })
  }
  if (!isMounted) remove()
  return isMounted ? { folder, remove } : undefined
}

/** More connections than the process has descriptors for. */
export const fewDescriptors: Fault = {
  name: 'few-descriptors',
  skip: () => (process.platform === 'win32' ? 'no ulimit here' : undefined),
  world: () => ({ companies: 12, shell: `ulimit -n ${DESCRIPTORS}` }),
  run: async (world, check) => {
    await world.pass(300, 600)
    const sockets = Array.from({ length: VISITORS }, () => connect(world.port, '127.0.0.1'))
    for (const socket of sockets) socket.on('error', () => undefined)
    await world.pass(2_500, 3_500)
    for (const socket of sockets) socket.destroy()
    await checkComesBack(world, check, 'the connections are gone')
    const refused = world.traffic.written.filter((one) => (one.firstStatus ?? 200) !== 200).length
    return `${VISITORS} connections for ${DESCRIPTORS} descriptors, ${refused} refused and sent again`
  },
}

/** The clock goes an hour ahead, and back. */
export const clockJumps: Fault = {
  name: 'clock-jumps',
  skip: () => (existsSync(FAKETIME) ? undefined : 'libfaketime is not installed'),
  world: (folder) => ({
    environment: {
      ...{ LD_PRELOAD: FAKETIME, FAKETIME_TIMESTAMP_FILE: setClock(folder, 0) },
      ...{ FAKETIME_NO_CACHE: '1', FAKETIME_DONT_FAKE_MONOTONIC: '1' },
    },
  }),
  run: async (world, check) => {
    const { FAKETIME_TIMESTAMP_FILE: path = '' } = world.environment as Record<string, string>
    for (const seconds of [HOUR_S, 0, -HOUR_S, 0]) {
      await world.pass(600, 1_200)
      writeFileSync(path, toOffset(seconds))
    }
    await checkServes(world, check, 'after the clock has jumped')
    const refused = world.traffic.written.filter((one) => (one.firstStatus ?? 200) !== 200).length
    check(refused === 0, `${refused} messages were refused`)
    return 'an hour ahead, back, an hour behind, back'
  },
}

const toOffset = (seconds: number) => `${seconds < 0 ? '-' : '+'}${Math.abs(seconds)}s\n`

function setClock(folder: string, seconds: number): string {
  const path = join(folder, 'clock')
  writeFileSync(path, toOffset(seconds))
  return path
}

const SLOW_DISK = `
#define _GNU_SOURCE
#include <dlfcn.h>
#include <unistd.h>
static int slow(const char *name, int fd) {
  int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, name);
  usleep(${SLOW_FLUSH_MS} * 1000);
  return real(fd);
}
int fsync(int fd) { return slow("fsync", fd); }
int fdatasync(int fd) { return slow("fdatasync", fd); }
`

/** Every flush takes 60 ms, as on a disk that is worn or shared. */
export const slowDisk: Fault = {
  name: 'slow-disk',
  skip: () => {
    if (!isLinux) return 'LD_PRELOAD is Linux only'
    return spawnSync('cc', ['--version']).status === 0 ? undefined : 'no C compiler to slow it with'
  },
  world: (folder) => ({
    gapMs: 600,
    environment: { LD_PRELOAD: compileSlowDisk(folder) },
  }),
  run: async (world, check) => {
    await world.pass(4_000, 5_000)
    await checkServes(world, check, 'on a slow disk')
    const times = world.traffic.written.flatMap(({ tookMs }) => tookMs ?? []).sort((a, b) => a - b)
    const slow = times.filter((ms) => ms >= SLOW_FLUSH_MS).length
    check(slow > 0, 'no message waited for the disk: it was not slow')
    return `${SLOW_FLUSH_MS} ms a flush, a message ${Math.round(times[times.length >> 1] ?? 0)} ms at the median`
  },
}

function compileSlowDisk(folder: string): string {
  const source = join(folder, 'slow.c')
  const library = join(folder, 'slow.so')
  writeFileSync(source, SLOW_DISK)
  spawnSync('cc', ['-shared', '-fPIC', '-o', library, source, '-ldl'])
  return library
}

/** Reading goes on; what cannot be done is refused with a page that says so. */
async function checkServes(world: World, check: Check, when: string): Promise<void> {
  const { status, body } = await visit(world, world.troubled).catch(() => ({ status: 0, body: '' }))
  check(status === 200 || status === 503, `${when} a page answers ${status}: ${body.slice(0, 80)}`)
}

async function checkComesBack(world: World, check: Check, when: string): Promise<void> {
  const endsAt = Date.now() + 10_000
  let status = 0
  while (status !== 200 && Date.now() < endsAt) {
    status = await visit(world, world.troubled).then(
      (page) => page.status,
      () => 0,
    )
    if (status !== 200) await wait(100)
  }
  check(status === 200, `${when}, a page answers ${status} for 10 s`)
}
