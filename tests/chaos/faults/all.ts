import type { AnyFault } from '../fault.ts'
import { cutNetworkAcked, cutNetworkFault, damagedLtx } from './cluster.ts'
import { frozenPrimary, killNodes, promoted, promotedAcked } from './cluster.ts'
import { damagedFile, deletedFile, newerFile, swappedFiles } from './file.ts'
import { clockJumps, fewDescriptors, fullDisk, slowDisk } from './machine.ts'
import { freezeApp, killApp } from './process.ts'
import { brokenModel, brokenWhatsApp } from './vendors.ts'

/** Every fault there is: what is quick to show first, for runs that are short. */
export const faults: AnyFault[] = [
  ...[damagedFile, swappedFiles, deletedFile, newerFile, fullDisk, killApp, fewDescriptors],
  ...[clockJumps, slowDisk, freezeApp, brokenWhatsApp, brokenModel],
  ...[promoted, promotedAcked, frozenPrimary, killNodes],
  ...[cutNetworkFault, cutNetworkAcked, damagedLtx],
]
