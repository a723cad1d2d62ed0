import { closeSync, existsSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { openSqlite } from '#app/tenancy/sqlite.server.ts'
import { isAcknowledged } from '../traffic.ts'
import type { Fault } from '../fault.ts'
import { checkTroublePage, visit, watchOther } from '../watch.ts'
import type { World } from '../world.ts'

const PAGE_BYTES = 4_096
const ENDINGS = ['', '-wal', '-shm']
const NEWER = 9_000

/** A company's file is wrong for a while; it is put right beside the running server. */
function fileFault(
  name: string,
  spoil: (world: World) => void,
  mend: (world: World) => void,
  options: { mayServe?: boolean } = {},
): Fault {
  return {
    name,
    run: async (world, check) => {
      await keepCopy(world)
      const unwatch = await watchOther(world, check)
      const from = world.traffic.written.length
      spoil(world)
      world.traffic.resume(world.troubled)
      await world.pass(1_500, 2_500)
      const page = await visit(world, world.troubled)
      if (!options.mayServe || page.status !== 200) checkTroublePage(check, page)
      world.traffic.pause(world.troubled)
      await world.pass(100, 200)
      const during = world.traffic.written
        .slice(from)
        .filter((one) => one.company === world.troubled)
      const taken = during.filter(isAcknowledged).length
      check(options.mayServe || taken === 0, `${taken} messages were taken for a file not there`)
      // What was written into a damaged file goes aside with it.
      world.traffic.setAside(during.filter(isAcknowledged))
      mend(world)
      const seen = await visit(world, world.troubled)
      check(seen.status === 200, `put right, its page answers ${seen.status}`)
      await unwatch()
      world.traffic.resume(world.troubled)
      await world.pass(300, 500)
      const aside = taken > 0 ? `, ${taken} taken into the file put aside` : ''
      return `${during.length - taken} refused and sent again${aside}`
    },
  }
}

const copyOf = (world: World) => `${world.folder}/copy.db`

/** What a backup would hold. Nobody writes meanwhile, so that nothing is missing in it. */
async function keepCopy(world: World): Promise<void> {
  world.traffic.pause(world.troubled)
  await world.settle()
  world.traffic.goOn()
  rmSync(copyOf(world), { force: true })
  const sqlite = openSqlite(world.troubled.path, { readonly: true })
  sqlite.prepare('vacuum into ?').run(copyOf(world))
  sqlite.close()
}

/** As the runbook says: the old file aside with what belongs to it, the copy in its place. */
function putCopyBack(world: World): void {
  moveAll(world.troubled.path, `${world.folder}/aside.db`)
  renameSync(copyOf(world), world.troubled.path)
}

function moveAll(from: string, to: string): void {
  for (const ending of ENDINGS) rmSync(to + ending, { force: true })
  for (const ending of ENDINGS)
    if (existsSync(from + ending)) renameSync(from + ending, to + ending)
}

function swap(world: World): void {
  const [mine, theirs] = [world.troubled.path, (world.others.at(-1) as { path: string }).path]
  moveAll(mine, `${world.folder}/between.db`)
  moveAll(theirs, mine)
  moveAll(`${world.folder}/between.db`, theirs)
}

/** Noise over pages of the file and of its log; the first page is hit every other time. */
function damage(world: World): void {
  for (const ending of ['', '-wal']) {
    const path = world.troubled.path + ending
    if (!existsSync(path)) continue
    const file = openSync(path, 'r+')
    const pages = Math.floor(statSync(path).size / PAGE_BYTES)
    for (let page = 0; page < pages; page += 1)
      if (world.random() < 0.5)
        writeSync(file, randomBytes(PAGE_BYTES), 0, PAGE_BYTES, page * PAGE_BYTES)
    closeSync(file)
  }
}

function makeNewer(world: World): void {
  putCopyBack(world)
  setVersion(world, (version) => version + NEWER)
}

function setVersion(world: World, to: (version: number) => number): void {
  const sqlite = openSqlite(world.troubled.path)
  const version = sqlite.pragma('user_version', { simple: true }) as number
  sqlite.pragma(`user_version = ${to(version)}`)
  sqlite.close()
}

export const damagedFile = fileFault('damaged-file', damage, putCopyBack, { mayServe: true })
export const newerFile = fileFault('newer-file', makeNewer, (world) =>
  setVersion(world, (version) => version - NEWER),
)
export const deletedFile = fileFault(
  'deleted-file',
  (world) => ENDINGS.forEach((ending) => rmSync(world.troubled.path + ending, { force: true })),
  putCopyBack,
)

/** Two companies have each other's file: neither is served, and nobody sees the other's. */
export const swappedFiles: Fault = {
  name: 'swapped-files',
  run: async (world, check) => {
    const partner = world.others.at(-1) as World['troubled']
    for (const one of [world.troubled, partner]) await visit(world, one)
    swap(world)
    const from = world.traffic.written.length
    await world.pass(1_500, 2_500)
    for (const one of [world.troubled, partner]) checkTroublePage(check, await visit(world, one))
    await world.traffic.hold()
    const both = world.traffic.written
      .slice(from)
      .filter(({ company }) => company === world.troubled || company === partner)
    const taken = both.filter(isAcknowledged).length
    check(taken === 0, `${taken} messages were taken into the other company's file`)
    swap(world)
    world.traffic.goOn()
    for (const one of [world.troubled, partner]) {
      const { status } = await visit(world, one)
      check(status === 200, `swapped back, the page of ${one.slug} answers ${status}`)
    }
    return `${both.length} refused and sent again`
  },
}
