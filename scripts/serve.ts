import { EnvError, readEnv, requireSecrets } from '#app/server/env.server.ts'
import { startServer } from '#app/server/main.server.ts'

/** Asks keep-serving to begin anew at once: the node's role has changed. */
const EXIT_ROLE_CHANGED = 75

try {
  const env = requireSecrets(readEnv())
  const running = await startServer(env)
  console.log(`Baraza listens on port ${running.port}`)
  let isStopping = false
  const stop = (exitCode: number) => {
    if (isStopping) return
    isStopping = true
    void running.stop().then(() => process.exit(exitCode))
  }
  process.once('SIGINT', () => stop(0))
  process.once('SIGTERM', () => stop(0))
  // Started by keep-serving, it does not outlive it.
  process.once('disconnect', () => process.exit(0))
  void running.roleChanged.then(() => stop(EXIT_ROLE_CHANGED))
} catch (error) {
  if (!(error instanceof EnvError)) throw error
  console.error(error.message)
  process.exit(1)
}
