import { createMpesa } from '#app/platform/billing/mpesa/client.server.ts'
import type { Mpesa } from '#app/platform/billing/mpesa/client.server.ts'
import { readCallbackToken, toCallbackToken } from '#app/platform/billing/mpesa/token.server.ts'
import type { EnvWithSecrets } from './env.server.ts'
import { portalOrigin } from './portal-origin.server.ts'

/** Where prompts are answered; the name avoids the words that Daraja refuses. */
export const STK_CALLBACK_PATH = '/hooks/pay/stk'

export type MpesaService = {
  /** undefined where the operator configured none */
  client: Mpesa | undefined
  toCallbackUrl: (paymentId: number) => string
  /** @returns undefined for a token that is not ours */
  readToken: (token: string) => number | undefined
}

/** M-Pesa as the operator configured it. */
export function createMpesaService(env: EnvWithSecrets): MpesaService {
  const origin = env.MPESA_CALLBACK_ORIGIN ?? portalOrigin(env, 'app')
  return {
    client: createClient(env, origin),
    toCallbackUrl: (id) =>
      `${origin}${STK_CALLBACK_PATH}/${toCallbackToken(env.SESSION_SECRET, id)}`,
    readToken: (token) => readCallbackToken(env.SESSION_SECRET, token),
  }
}

function createClient(env: EnvWithSecrets, callbackOrigin: string): Mpesa | undefined {
  const {
    MPESA_CONSUMER_KEY: consumerKey,
    MPESA_CONSUMER_SECRET: consumerSecret,
    MPESA_SHORT_CODE: shortCode,
    MPESA_PASSKEY: passkey,
  } = env
  if (!consumerKey || !consumerSecret || !shortCode || !passkey) return undefined
  return createMpesa({
    ...{ url: env.MPESA_URL, consumerKey, consumerSecret, shortCode, passkey, callbackOrigin },
    tillNumber: env.MPESA_TILL_NUMBER,
  })
}
