import type { AnyFault } from '../fault.ts'
import { frozenPrimary, killNodes, promoted, promotedAcked } from './cluster.ts'
import { damagedFile, deletedFile, newerFile, swappedFiles } from './file.ts'
import { clockJumps, fewDescriptors, fullDisk, slowDisk } from './machine.ts'
import { freezeApp, killApp } from './process.ts'
import { brokenModel, brokenWhatsApp } from './vendors.ts'

/** Every fault there is, those of one process first. */
export const faults: AnyFault[] = [
  ...[killApp, damagedFile, swappedFiles, deletedFile, newerFile, fullDisk, fewDescriptors],
  ...[clockJumps, slowDisk, freezeApp, brokenWhatsApp, brokenModel],
  ...[promoted, promotedAcked, frozenPrimary, killNodes],
]
