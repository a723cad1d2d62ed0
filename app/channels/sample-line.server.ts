import { randomBytes, randomInt } from 'node:crypto'
import type { Channel, SettingsParts } from './channel.ts'
import { channels } from './registry.ts'
import type { SimulatedKind } from './simulation.ts'

const MARK = { isSample: true }

/**
 * The settings of a line that leads to no vendor: customers on it are played in the simulator,
 * and what is said to them goes nowhere. Demo companies have such lines only.
 */
export function makeSampleParts(kind: SimulatedKind): SettingsParts {
  const secret = randomBytes(24).toString('hex')
  const number = String(randomInt(10 ** 11, 10 ** 12))
  const parts =
    kind === 'whatsapp-cloud'
      ? channels[kind].toParts({
          ...{ phoneNumberId: number, accessToken: secret, appSecret: secret },
          displayPhoneNumber: `+254 700 000 ${number.slice(-3)}`,
        })
      : channels[kind].toParts({ botToken: `${number}:${secret}`, secretToken: secret })
  return { ...parts, config: { ...parts.config, ...MARK } }
}

/** The mark of such a line; what people type in cannot look like it, its quotes are escaped. */
export function isSampleLine({ configJson }: { configJson: string }): boolean {
  return configJson.includes('"isSample":true')
}

/** The channel without its vendor: reads what comes in as ever, and calls nobody. */
export function withoutVendor(channel: Channel): Channel {
  return {
    ...channel,
    send: () =>
      Promise.resolve({
        kind: 'accepted',
        providerId: `sample.${randomBytes(12).toString('hex')}`,
        at: Date.now(),
      }),
    react: () => Promise.resolve({ kind: 'done' }),
    edit: () => Promise.resolve({ kind: 'done' }),
    remove: () => Promise.resolve({ kind: 'done' }),
    check: () => Promise.resolve({ ok: true }),
    ...{ markRead: undefined, fetchMedia: undefined, acknowledge: undefined, connect: undefined },
    ...{ listTemplates: undefined, submitTemplate: undefined, deleteTemplate: undefined },
  }
}
