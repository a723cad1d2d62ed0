import type { IncomingHttpHeaders } from 'node:http'
import type { z } from 'zod'
import type {
  ContactAddress,
  InboundEvent,
  InboundMedia,
  MediaKind,
  MessageType,
} from '#app/domain/conversations/inbound.ts'
import type { TemplateUse } from '#app/domain/conversations/outbound.ts'
import type { ChannelKind } from '#app/domain/endpoints/channel-kinds.ts'

/** Where vendors live and what the operator shares with every company. Built from the environment. */
export type ChannelEnv = {
  whatsApp: { graphUrl: string; graphVersion: string; appSecret?: string; verifyToken?: string }
  /** `webhookOrigin`: where the vendor can reach us; none on a machine of one's own */
  telegram: { apiUrl: string; webhookOrigin?: string }
  /** one vendor call, ms; tests make it short */
  requestTimeoutMs: number
}

/** An endpoint with its settings opened: what a channel needs to verify, read, send and fetch. */
export type ConnectedEndpoint<Settings> = {
  id: number
  key: string
  externalId: string | null
  settings: Settings
}

/** An endpoint's settings, parted into what may be shown and what is encrypted. */
export type SettingsParts = {
  /** the vendor's id of the connection, claimed once across companies; null where there is none */
  externalId: string | null
  config: Record<string, unknown>
  secrets: Record<string, unknown>
  /** reached only at its own address */
  hasOwnSecret: boolean
  name: string
}

export type WebhookRequest = { rawBody: Buffer; headers: IncomingHttpHeaders }

/**
 * What of a verified body belongs to this endpoint. `store` may be other bytes than came in when
 * the body speaks of several endpoints: a company's file gets its own part only.
 */
export type WebhookPart =
  | { kind: 'store'; eventId: string; raw: Buffer }
  | { kind: 'drop'; reason: string }
  | { kind: 'refuse'; status: 400 | 404 }

/** The vendor's calls to us. Every method is synchronous and bounded: a webhook answers at once. */
export type ChannelWebhook<Settings> = {
  /** most bytes of a body */
  bodyMax: number
  /** GET handshake, where the vendor makes one */
  handshake?(
    query: Record<string, unknown>,
    settings: Settings,
    env: ChannelEnv,
  ): { status: 200; body: string } | { status: 400 | 403 }
  /** over the raw bytes, timing safe; never throws */
  verify(request: WebhookRequest, settings: Settings, env: ChannelEnv): boolean
  partOf(rawBody: Buffer, endpoint: ConnectedEndpoint<Settings>): WebhookPart
}

/** A file on its way out. */
export type OutboundFile = {
  kind: MediaKind
  name: string
  mimeType: string
  byteSize: number
  /** recorded to be heard as a voice message; not every vendor takes every kind of sound as one */
  isVoice: boolean
  read(): Promise<Buffer>
}

/** One message to send; everything the vendor's request needs, nothing to look up. */
export type OutboundMessage = {
  id: number
  type: MessageType
  text: string | null
  payload: Record<string, unknown>
  to: ContactAddress
  file?: OutboundFile
  template?: TemplateUse
  /** the quoted message as the vendor calls it */
  replyToProviderId?: string
}

/**
 * `unknown`: no answer came, so the message may have arrived and must not be repeated blindly.
 * `retry: 'later'` is only said when the vendor surely did not take it.
 */
export type SendResult =
  | { kind: 'accepted'; providerId: string; at?: number; address?: ContactAddress }
  | {
      kind: 'failed'
      code: string
      /** a short sentence in English for staff; the page may know a better one for `code` */
      reason: string
      retry: 'later' | 'never'
      /** `isRateLimit` costs no attempt */
      retryAfterMs?: number
      isRateLimit?: boolean
      /** the credentials are dead: hold the outbox and ask for a reconnect */
      flagsEndpoint?: boolean
      /** the customer cannot be reached until they write again */
      isUnreachable?: boolean
    }
  | { kind: 'unknown'; reason: string }

export type FetchedMedia =
  | { ok: true; bytes: Buffer; mimeType?: string; fileName?: string }
  /** `refused`: we will not fetch it (host, size); `failed`: the vendor could not give it */
  | {
      ok: false
      state: 'refused' | 'failed'
      reason: string
      retry: 'later' | 'never'
      flagsEndpoint?: boolean
    }

export type EndpointCheck =
  | { ok: true; displayName?: string; displayPhoneNumber?: string }
  | { ok: false; reason: string; flagsEndpoint: boolean; retry: 'later' | 'never' }

export type VendorTemplate = {
  providerId: string | null
  name: string
  language: string
  category: string
  status: string
  components: unknown[]
}

/** A template that is to be made, or with the vendor's id changed. */
export type TemplateOrder = {
  providerId: string | null
  name: string
  language: string
  category: string
  components: unknown[]
  /** what a header of a picture, film or document shows to whoever reviews it */
  headerFile?: OutboundFile
}

export type TemplateResult =
  | { kind: 'done'; providerId: string; status?: string; category?: string }
  | { kind: 'failed'; reason: string; retry: 'later' | 'never'; retryAfterMs?: number }

/** What became of a change to a message that is out already; all of them may be repeated. */
export type ChangeResult =
  | { kind: 'done' }
  | { kind: 'failed'; reason: string; retry: 'later' | 'never'; retryAfterMs?: number }

/** A message that is out, as the vendor knows it. */
export type SentTarget = { providerId: string; to: ContactAddress }

/**
 * One kind of channel. A record, not a class: the registry checks each with `satisfies`.
 * Settings is what an owner types in, parsed; `config` refuses anything else.
 */
export type Channel<Settings = unknown> = {
  kind: ChannelKind
  /** of `endpoint:add` and the endpoints page */
  settings: z.ZodType<Settings>
  toParts(settings: Settings): SettingsParts
  /** none where the customer's own browser talks to us (web chat) */
  webhook?: ChannelWebhook<Settings>
  /**
   * Reads a stored raw event. One bad item becomes `ignored` and never loses the others;
   * throws only when the bytes are not what `partOf` let in.
   */
  receive(raw: Buffer, endpoint: ConnectedEndpoint<Settings>, receivedAt: number): InboundEvent[]
  /** never throws for what a vendor or network may do */
  send(
    message: OutboundMessage,
    endpoint: ConnectedEndpoint<Settings>,
    env: ChannelEnv,
  ): Promise<SendResult>
  /** marks a customer's message as read and shows that an answer is coming; best effort */
  markRead?(
    message: { providerId: string; to: ContactAddress; isTyping: boolean },
    endpoint: ConnectedEndpoint<Settings>,
    env: ChannelEnv,
  ): Promise<void>
  /** the company's reaction on a message, null takes it back; where `channelRules` says so */
  react?(
    target: SentTarget & { emoji: string | null },
    endpoint: ConnectedEndpoint<Settings>,
    env: ChannelEnv,
  ): Promise<ChangeResult>
  /** other words for a text we sent */
  edit?(
    target: SentTarget & { text: string },
    endpoint: ConnectedEndpoint<Settings>,
    env: ChannelEnv,
  ): Promise<ChangeResult>
  /** takes a message back for both sides */
  remove?(
    target: SentTarget,
    endpoint: ConnectedEndpoint<Settings>,
    env: ChannelEnv,
  ): Promise<ChangeResult>
  fetchMedia?(
    media: InboundMedia,
    endpoint: ConnectedEndpoint<Settings>,
    env: ChannelEnv,
  ): Promise<FetchedMedia>
  /** what the vendor waits for after its call was read (a pressed button); best effort */
  acknowledge?(raw: Buffer, endpoint: ConnectedEndpoint<Settings>, env: ChannelEnv): Promise<void>
  /** whether the credentials work */
  check?(endpoint: ConnectedEndpoint<Settings>, env: ChannelEnv): Promise<EndpointCheck>
  /** tells the vendor where to call, after settings were saved; checks like `check` */
  connect?(endpoint: ConnectedEndpoint<Settings>, env: ChannelEnv): Promise<EndpointCheck>
  /** how often `check` is repeated by itself */
  recheckMs?: number
  listTemplates?(
    endpoint: ConnectedEndpoint<Settings>,
    env: ChannelEnv,
  ): Promise<{ ok: true; templates: VendorTemplate[] } | Extract<EndpointCheck, { ok: false }>>
  /** may be repeated: the vendor knows a template by its name and language */
  submitTemplate?(
    order: TemplateOrder,
    endpoint: ConnectedEndpoint<Settings>,
    env: ChannelEnv,
  ): Promise<TemplateResult>
  deleteTemplate?(
    template: { name: string; providerId: string },
    endpoint: ConnectedEndpoint<Settings>,
    env: ChannelEnv,
  ): Promise<TemplateResult>
}
