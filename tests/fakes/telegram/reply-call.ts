import { callMethod } from './methods.ts'
import type { Bot, World } from './world.ts'

/** Methods that the vendor does not run from a webhook's answer. */
const NOT_FROM_REPLY = /^(get.*|setwebhook|deletewebhook|close|logout)$/

/** Run the call that a receiver wrote into its 2xx answer; the result is seen by nobody. */
export function executeReply(world: World, bot: Bot, body: string): void {
  const { method, ...params } = parse(body)
  if (typeof method !== 'string' || NOT_FROM_REPLY.test(method.toLowerCase())) return
  world.background.run(async () => callMethod(world, bot, method, params))
}

function parse(body: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(body)
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}
