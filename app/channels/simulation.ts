import type { ChannelKind } from '#app/domain/endpoints/channel-kinds.ts'

/** Channels whose customers can be played: those with a vendor that calls us. */
export const SIMULATED_KINDS = ['whatsapp-cloud', 'telegram'] as const satisfies ChannelKind[]
export type SimulatedKind = (typeof SIMULATED_KINDS)[number]

/** Digits only: a phone number on WhatsApp, a user id on Telegram. */
export type SimulatedPerson = { number: string; name: string }

/** What a customer can do with the phone. `target…` are the vendor's ids of what it is about. */
export type SimulatedAct =
  | { kind: 'text'; text: string }
  | { kind: 'image'; text: string; file: { name: string; mimeType: string; bytes: Buffer } }
  | { kind: 'location' }
  | { kind: 'contact' }
  | { kind: 'button'; title: string; targetId: string | undefined }
  | { kind: 'reaction'; emoji: string; targetId: string }
  | { kind: 'edit'; text: string; targetId: string }
  | { kind: 'delete'; targetId: string }
  | { kind: 'read'; targetIds: string[] }
  | { kind: 'block' | 'unblock' }

export type SimulatedActKind = SimulatedAct['kind']

/** What each channel's own app can do. */
export const simulatedActs: Record<SimulatedKind, SimulatedActKind[]> = {
  'whatsapp-cloud': [
    ...(['text', 'image', 'location', 'contact', 'button'] as const),
    ...(['reaction', 'edit', 'delete', 'read'] as const),
  ],
  telegram: ['text', 'location', 'contact', 'button', 'reaction', 'edit', 'block', 'unblock'],
}

/** A vendor's call, ready to be posted to an endpoint's address. */
export type SimulatedCall = { headers: Record<string, string>; body: Buffer }

export type SimulatedResult =
  | { ok: true; call: SimulatedCall }
  | { ok: false; reason: 'no_secret' | 'not_possible' | 'upload_failed' }

export function isSimulatedKind(value: string): value is SimulatedKind {
  return (SIMULATED_KINDS as readonly string[]).includes(value)
}
