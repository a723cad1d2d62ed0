import { startFlyEdge } from '#tests/fakes/fly-edge/start.ts'

// The stand-in for Fly's edge as a process: PORT NAME=URL …
const [port, ...machines] = process.argv.slice(2)
await startFlyEdge({
  port: Number(port),
  machines: Object.fromEntries(machines.map((one) => one.split('=') as [string, string])),
})
