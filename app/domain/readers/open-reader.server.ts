import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { FileRead, FileToRead, PageRead, PageToRead, ReadFailure } from './reading.ts'

/** Well inside a job's lease. 1,000 pages of PDF take about five seconds. */
const FILE_TIMEOUT_MS = 60_000
const PAGE_TIMEOUT_MS = 15_000
const HEAP_MB_MAX = 512
/** Heap and what lies beside it, such as unpacked pictures. */
const MEMORY_BYTES_MAX = 1_000 * 1024 * 1024
const WATCH_EVERY_MS = 100
const PAGE_BYTES = 4_096

export type Reader = {
  readFile: (file: FileToRead) => Promise<FileRead>
  readPage: (page: PageToRead) => Promise<PageRead>
  /** ends its process; a reader that was never used has none */
  close: () => void
}

/** One takes up to a gigabyte; more of them would take the machine. */
const READERS_MAX = 3
/** Kept outside this module, because a bundle may carry a second copy of it. */
const OPEN = Symbol.for('baraza.readers-open')
const holder = globalThis as { [OPEN]?: number }

/**
 * Lends a reader for a piece of work; one who finds all of them taken comes again.
 *
 * @returns undefined when all are taken
 */
export async function lendReader<T>(work: (reader: Reader) => Promise<T>): Promise<T | undefined> {
  if ((holder[OPEN] ?? 0) >= READERS_MAX) return undefined
  holder[OPEN] = (holder[OPEN] ?? 0) + 1
  const reader = openReader()
  try {
    return await work(reader)
  } finally {
    reader.close()
    holder[OPEN] -= 1
  }
}

type Refused = { ok: false; reason: ReadFailure }

/**
 * Reads files and pages of strangers in a process beside the server: with a limit of time and
 * memory, without the environment and without leave to write, start anything or read beyond the
 * program itself. One that ends in the middle is replaced by the next reading.
 */
export function openReader(
  limits: { fileTimeoutMs?: number; memoryBytesMax?: number } = {},
): Reader {
  const memoryBytesMax = limits.memoryBytesMax ?? MEMORY_BYTES_MAX
  let child: ChildProcess | undefined
  let lastId = 0

  function read<T>(request: FileToRead | PageToRead, timeoutMs: number): Promise<T | Refused> {
    const target = (child ??= start())
    const id = ++lastId
    return new Promise((resolve) => {
      const end = (result: T | Refused, isOver: boolean) => {
        clearTimeout(timer)
        clearInterval(watch)
        target.off('message', onMessage).off('exit', onExit).off('error', onExit)
        if (isOver) stop(target)
        resolve(result)
      }
      const onMessage = (message: { id: number; result: T }) => {
        if (message.id === id) end(message.result, false)
      }
      const onExit = () => end({ ok: false, reason: 'too_complex' }, true)
      const timer = setTimeout(() => end({ ok: false, reason: 'timeout' }, true), timeoutMs)
      const watch = setInterval(() => {
        void memoryOf(target.pid).then((bytes) => bytes > memoryBytesMax && onExit())
      }, WATCH_EVERY_MS)
      target.on('message', onMessage).once('exit', onExit).once('error', onExit)
      target.send({ id, request }, (error) => error && onExit())
    })
  }

  function stop(target: ChildProcess): void {
    target.kill('SIGKILL')
    if (child === target) child = undefined
  }

  return {
    readFile: (file) => read<FileRead>(file, limits.fileTimeoutMs ?? FILE_TIMEOUT_MS),
    readPage: (page) => read<PageRead>(page, PAGE_TIMEOUT_MS),
    close: () => {
      if (child) stop(child)
    },
  }
}

function start(): ChildProcess {
  // By the package's own import map: this file may be running from inside a bundle.
  const require = createRequire(import.meta.url)
  const path = require.resolve('#app/domain/readers/reader-process.server.ts')
  const root = join(dirname(path), '../../..')
  const paths = ['app', 'node_modules', 'package.json'].map((name) => join(root, name))
  // Installed packages may be a link to where they really are.
  const readable = new Set([...paths, ...paths.map((name) => realpathSync(name))])
  const child = fork(fileURLToPath(pathToFileURL(path)), [], {
    env: { NODE_ENV: 'production' },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    execArgv: [
      ...[`--max-old-space-size=${HEAP_MB_MAX}`, '--permission'],
      ...[...readable].map((name) => `--allow-fs-read=${name}`),
    ],
  })
  // An idle reader does not keep a command-line program alive.
  child.unref()
  child.channel?.unref()
  child.on('error', () => {})
  return child
}

/** Resident bytes, where the system tells; elsewhere the heap's limit alone holds. */
async function memoryOf(pid: number | undefined): Promise<number> {
  try {
    const [, resident = '0'] = (await readFile(`/proc/${pid}/statm`, 'utf8')).split(' ')
    return Number(resident) * PAGE_BYTES
  } catch {
    return 0
  }
}
