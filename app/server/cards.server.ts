import { createCards } from '#app/platform/billing/stripe/client.server.ts'
import type { Cards } from '#app/platform/billing/stripe/client.server.ts'
import type { Env } from './env.server.ts'

/** Where the vendor tells what became of payments by card. */
export const STRIPE_WEBHOOK_PATH = '/webhooks/stripe'

/** Origins of the vendor's own pages, to which forms lead. */
const VENDOR_PAGES = ['https://checkout.stripe.com', 'https://billing.stripe.com']

type CardEnv = Pick<Env, 'STRIPE_URL' | 'STRIPE_SECRET_KEY' | 'STRIPE_WEBHOOK_SECRET'>

/** Cards as the operator configured them. @returns undefined without a key */
export function createCardService(env: CardEnv): Cards | undefined {
  const { STRIPE_URL: url, STRIPE_SECRET_KEY: secretKey } = env
  if (!secretKey) return undefined
  return createCards({ url, secretKey, webhookSecret: env.STRIPE_WEBHOOK_SECRET })
}

/** Where a form of ours may lead beside our own pages. */
export function formTargets(env: CardEnv): string[] {
  if (!env.STRIPE_SECRET_KEY) return []
  return [...VENDOR_PAGES, new URL(env.STRIPE_URL).origin]
}
