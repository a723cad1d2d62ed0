import { z } from 'zod'
import { isCallbackAddress } from '#app/platform/billing/mpesa/wire.ts'

const AI_DEBOUNCE_CEILING_MS = 6_000
const ENCRYPTION_KEY_BYTES = 32

const origin = z.url({ protocol: /^https?$/ }).transform((value) => value.replace(/\/+$/, ''))
const flag = z
  .enum(['0', '1', 'true', 'false'])
  .transform((value) => value === '1' || value === 'true')

/** Every variable the product reads. Later features add theirs here and nowhere else. */
export const envSchema = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  ROOT_DOMAIN: z
    .string()
    .toLowerCase()
    .regex(/^[a-z0-9.-]+$/)
    .default('localhost'),
  DATA_DIR: z.string().default('data'),
  /** where backups are kept; better another disk than DATA_DIR's, which is the default */
  BACKUP_DIR: z.string().optional(),
  SESSION_SECRET: z.string().min(32).optional(),
  ENCRYPTION_KEY: z
    .string()
    .refine((value) => Buffer.from(value, 'base64').length === ENCRYPTION_KEY_BYTES, {
      message: 'must be the base64 of 32 bytes',
    })
    .optional(),
  ANTHROPIC_API_KEY: z.string().optional(),
  ANTHROPIC_BASE_URL: origin.default('https://api.anthropic.com'),
  AI_MODEL: z.string().default('claude-haiku-5-5'),
  AI_DEBOUNCE_MS: z.coerce.number().int().min(0).max(AI_DEBOUNCE_CEILING_MS).default(1500),
  WHATSAPP_GRAPH_URL: origin.default('https://graph.facebook.com'),
  WHATSAPP_GRAPH_VERSION: z
    .string()
    .regex(/^v\d+\.\d+$/)
    .default('v26.0'),
  WHATSAPP_APP_SECRET: z.string().optional(),
  WHATSAPP_VERIFY_TOKEN: z.string().optional(),
  TELEGRAM_API_URL: origin.default('https://api.telegram.org'),
  EMBEDDER: z.enum(['builtin', 'voyage', 'openai']).default('builtin'),
  EMBEDDINGS_URL: origin.optional(),
  EMBEDDINGS_API_KEY: z.string().optional(),
  EMBEDDINGS_MODEL: z.string().optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().default('Baraza <no-reply@localhost>'),
  /** shows unsent mails at /outbox on the app host: for development only */
  DEV_OUTBOX: flag.default(false),
  /** base64url; both or none: without them nothing is pushed to devices */
  VAPID_PUBLIC_KEY: z.string().optional(),
  VAPID_PRIVATE_KEY: z.string().optional(),
  /** whom push services write to about this installation: mailto: or https: */
  VAPID_SUBJECT: z
    .string()
    .regex(/^(mailto:|https:)/)
    .optional(),
  /** origins of push services beside those of the browsers in use, separated by commas */
  PUSH_SERVICE_URLS: z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean),
    )
    .pipe(z.array(origin)),
  /** origins that may be asked for what messages link to though they are inside our network */
  FETCH_TRUSTED_ORIGINS: z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean),
    )
    .pipe(z.array(origin)),
  /** M-Pesa (Daraja); without a consumer key nothing can be paid by phone */
  MPESA_URL: origin.default('https://api.safaricom.co.ke'),
  MPESA_CONSUMER_KEY: z.string().optional(),
  MPESA_CONSUMER_SECRET: z.string().optional(),
  MPESA_SHORT_CODE: z
    .string()
    .regex(/^\d{5,7}$/)
    .optional(),
  MPESA_PASSKEY: z.string().optional(),
  MPESA_TILL_NUMBER: z
    .string()
    .regex(/^\d{5,9}$/)
    .optional(),
  /** where Safaricom reaches the app host; default https://app.ROOT_DOMAIN */
  MPESA_CALLBACK_ORIGIN: origin
    .refine(isCallbackAddress, { message: 'holds a word that Daraja refuses' })
    .optional(),
  /** cards (Stripe); without a key cards are not offered */
  STRIPE_URL: origin.default('https://api.stripe.com'),
  STRIPE_SECRET_KEY: z
    .string()
    .regex(/^[sr]k_(test|live)_/)
    .optional(),
  /** without it webhooks are refused, and every payment is asked for instead */
  STRIPE_WEBHOOK_SECRET: z
    .string()
    .regex(/^whsec_/)
    .optional(),
  /** who sells, as invoices say it; lines of the address are separated by | */
  SELLER_NAME: z.string().default('Baraza'),
  SELLER_ADDRESS: z
    .string()
    .default('')
    .transform((text) =>
      text
        .split('|')
        .map((line) => line.trim())
        .filter(Boolean),
    ),
  SELLER_TAX_NUMBER: z.string().optional(),
  /** who may read GET /metrics on the app host; without it the address is not there */
  METRICS_TOKEN: z.string().min(16).optional(),
  TRUST_PROXY: flag.default(false),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  /** how long a stopping server still answers while /readyz says 503 already, ms */
  DRAIN_WAIT_MS: z.coerce.number().int().min(0).max(60_000).default(0),
  /** what the system log keeps on this node: days, and at most so many megabytes */
  LOG_KEEP_DAYS: z.coerce.number().int().min(1).max(366).default(14),
  LOG_MAX_MB: z.coerce.number().int().min(1).max(10_240).default(256),
  /** Where the mount tells its role; unset on a plain disk. */
  LITEFS_DIR: z.string().optional(),
  LITEFS_URL: origin.default('http://127.0.0.1:20202'),
  /** this node as LiteFS names it; default: the machine's own name */
  NODE_NAME: z.string().optional(),
  /** private addresses of the nodes by name, `a=http://…,b=http://…`; on Fly they are known */
  NODE_URLS: z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim().split('='))
        .filter(([name]) => name),
    )
    .pipe(z.array(z.tuple([z.string(), origin])))
    .transform((pairs) => new Map(pairs)),
  /** a webhook is answered with 200 only when a replica holds it too */
  ACK_AFTER_REPLICA: flag.default(false),
  FLY_ALLOC_ID: z.string().optional(),
  FLY_APP_NAME: z.string().optional(),
})

export type Env = z.infer<typeof envSchema>
export type EnvWithSecrets = Env & { SESSION_SECRET: string; ENCRYPTION_KEY: string }

export class EnvError extends Error {
  override name = 'EnvError'
}

/**
 * Reads the environment once. An empty variable counts as not set.
 *
 * @throws EnvError that names each wrong variable, never its value
 */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const filled = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = envSchema.safeParse(filled)
  if (parsed.success) return parsed.data
  const lines = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  throw new EnvError(`Configuration is wrong.\n${lines.join('\n')}`)
}

/** @throws EnvError when a secret is missing, so that a server never starts half protected */
export function requireSecrets(env: Env): EnvWithSecrets {
  const missing = (['SESSION_SECRET', 'ENCRYPTION_KEY'] as const).filter((name) => !env[name])
  if (missing.length > 0) throw new EnvError(`Missing: ${missing.join(', ')}`)
  return env as EnvWithSecrets
}
