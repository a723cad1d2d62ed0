import { EnvError, readEnv, requireSecrets } from '#app/server/env.server.ts'
import { startServer } from '#app/server/main.server.ts'

try {
  const env = requireSecrets(readEnv())
  const running = await startServer(env)
  console.log(`Baraza listens on port ${running.port}`)
  let isStopping = false
  const stop = () => {
    if (isStopping) return
    isStopping = true
    void running.stop().then(() => process.exit(0))
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
} catch (error) {
  if (!(error instanceof EnvError)) throw error
  console.error(error.message)
  process.exit(1)
}
