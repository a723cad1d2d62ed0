import { parseArgs } from 'node:util'
import { EnvError } from '#app/server/env.server.ts'
import type { EnvWithSecrets } from '#app/server/env.server.ts'
import { startServer } from '#app/server/main.server.ts'
import { isLocalHost } from '#app/tenancy/host.ts'
import { localEnvironment } from './command/environment.ts'
import { printWelcome } from './demo/welcome.ts'
import { seedIfEmpty } from './demo/seed.ts'
import { startFakes } from './demo/fakes.ts'
import { fetchDemoTemplates } from './demo/templates.ts'
import type { Fakes } from './demo/fakes.ts'

const USAGE = 'Usage: ./scripts/start [--demo] [--port N] [--data DIR]'

type Flags = { demo: boolean; port: string | undefined; data: string | undefined }

const flags = readFlags()
if (flags) await start(flags)
else process.exitCode = 2

/** Serves until Ctrl-C; with --demo the vendors are played by local fakes. */
async function start(flags: Flags): Promise<void> {
  try {
    const fakes = flags.demo ? await startFakes() : undefined
    const flagged = { PORT: flags.port, DATA_DIR: flags.data }
    const env = localEnvironment(flagged, fakes?.environment)
    await serve(withDevelopmentOutbox(env), fakes)
  } catch (error) {
    if (!(error instanceof EnvError) && !isPortTaken(error)) throw error
    console.error(error instanceof EnvError ? error.message : 'The port is taken: try --port N')
    process.exit(1)
  }
}

async function serve(env: EnvWithSecrets, fakes: Fakes | undefined) {
  const seeded = await seedIfEmpty(env)
  const running = await startServer(env)
  fakes?.connect(env, running.port)
  if (fakes && seeded.hasDemo) await fetchDemoTemplates(env)
  printWelcome({ ...env, PORT: running.port }, { hasDemoLogins: seeded.hasDemo, fakes })
  let isStopping = false
  const stop = () => {
    if (isStopping) return
    isStopping = true
    console.log('\nStopping …')
    void running
      .stop()
      .then(() => fakes?.close())
      .then(() => process.exit(0))
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

/** Without a mail server, a local installation shows its mails on a page instead. */
function withDevelopmentOutbox(env: EnvWithSecrets): EnvWithSecrets {
  return isLocalHost(env.ROOT_DOMAIN) && !env.SMTP_URL ? { ...env, DEV_OUTBOX: true } : env
}

function isPortTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
}

function readFlags(): Flags | undefined {
  try {
    const { values } = parseArgs({
      options: { demo: { type: 'boolean' }, port: { type: 'string' }, data: { type: 'string' } },
    })
    return { demo: values.demo ?? false, port: values.port, data: values.data }
  } catch (error) {
    console.error(error instanceof Error ? error.message : '')
    console.error(USAGE)
    return undefined
  }
}
