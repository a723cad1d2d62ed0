import { existsSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { readCluster, statePathOf } from './cluster.ts'
import { isAlive } from './node.ts'

// Watches whoever made a cluster and ends it after them: no mount and no process stays behind,
// even when a test run is killed. Ends by itself when the cluster was removed in order.

const LOOK_MS = 500
const [folder = '', owner = ''] = process.argv.slice(2)

while (isAlive(Number(owner)) && existsSync(statePathOf(folder))) await wait(LOOK_MS)
if (existsSync(statePathOf(folder))) readCluster(folder).remove()
