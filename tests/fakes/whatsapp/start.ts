import { json } from '../http/exchange.ts'
import type { FakeRequest } from '../http/exchange.ts'
import { answerFrom } from '../http/router.ts'
import { listen } from '../http/server.ts'
import { controlRoutes } from './control.ts'
import { actionsOf } from './fake.ts'
import type { WhatsAppActions } from './fake.ts'
import { answerGraph } from './graph.ts'
import type { SettingsPatch } from './settings.ts'
import { addNumber, createWorld } from './world.ts'
import type { NumberConfig } from './world.ts'

export type WhatsAppFakeOptions = {
  port?: number
  host?: '127.0.0.1'
  /** Signs the webhooks of every number without a secret of its own. */
  appSecret: string
  numbers: NumberConfig[]
  statuses?: 'auto' | 'manual'
  settings?: SettingsPatch
}

/** `url` is the origin to put into `WHATSAPP_GRAPH_URL`. */
export type WhatsAppFake = WhatsAppActions & { url: string; close(): Promise<void> }

/**
 * Start a WhatsApp Cloud API of one's own: `/v{N}.0/…` for the business, `/_control/…` for
 * whoever plays the customers. Source: contract whatsapp-cloud.md.
 */
export async function startWhatsAppFake(options: WhatsAppFakeOptions): Promise<WhatsAppFake> {
  const world = createWorld(options.appSecret)
  const actions = actionsOf(world)
  actions.configure({ ...options.settings, statuses: options.statuses ?? 'auto' })
  for (const number of options.numbers) addNumber(world, number)
  const routes = controlRoutes(actions)
  const answer = async (request: FakeRequest) =>
    request.path.startsWith('/_control')
      ? ((await answerFrom(routes, request)) ?? json({ error: 'no such control address' }, 404))
      : answerGraph(world, request)
  const server = await listen(answer, options)
  world.origin = server.url
  return {
    ...actions,
    url: server.url,
    close: async () => {
      world.background.stop()
      await server.close()
    },
  }
}
