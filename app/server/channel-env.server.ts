import { isLocalHost } from '#app/tenancy/host.ts'
import type { ChannelEnv } from '#app/channels/channel.ts'
import type { Env } from './env.server.ts'

/** One call to a vendor; longer ones (files) count in multiples of it. */
const VENDOR_TIMEOUT_MS = 15_000

/** Where vendors live, from the operator's configuration. */
export function channelEnvOf(env: Env): ChannelEnv {
  return {
    whatsApp: {
      graphUrl: env.WHATSAPP_GRAPH_URL,
      graphVersion: env.WHATSAPP_GRAPH_VERSION,
      appSecret: env.WHATSAPP_APP_SECRET,
      verifyToken: env.WHATSAPP_VERIFY_TOKEN,
    },
    telegram: { apiUrl: env.TELEGRAM_API_URL, webhookOrigin: webhookOriginOf(env) },
    requestTimeoutMs: VENDOR_TIMEOUT_MS,
  }
}

/** Vendors call over https on the usual port, and nobody outside reaches a localhost. */
function webhookOriginOf({ ROOT_DOMAIN }: Env): string | undefined {
  return isLocalHost(ROOT_DOMAIN) ? undefined : `https://app.${ROOT_DOMAIN}`
}
