import type { ClusterWorld } from './cluster-world.ts'
import type { World, WorldOptions } from './world.ts'

/** What a fault found that its promise does not allow. */
export type Check = (isSo: boolean, otherwise: string) => void

export type Fault = {
  name: string
  /** why it cannot be had on this machine; undefined when it can */
  skip?: () => string | undefined
  /** what it needs beside a plain world; with any of it, a world of its own */
  world?: (folder: string) => Omit<WorldOptions, 'random'>
  /** Makes the trouble, and takes it away again. @returns figures worth printing */
  run: (world: World, check: Check) => Promise<string | undefined | void>
}

/** The same on two nodes below LiteFS, with a cluster of its own each time. */
export type ClusterFault = {
  name: string
  skip: () => string | undefined
  ackAfterReplica: boolean
  run: (world: ClusterWorld, check: Check) => Promise<string | undefined | void>
}

export type AnyFault = Fault | ClusterFault
