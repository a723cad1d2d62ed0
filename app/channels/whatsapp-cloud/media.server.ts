import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { InboundMedia, MediaKind } from '#app/domain/conversations/inbound.ts'
import { readLimited } from '../read-limited.server.ts'
import type { ChannelEnv, ConnectedEndpoint, FetchedMedia } from '../channel.ts'
import { callGraph, toNetworkResult } from './graph.server.ts'
import type { WhatsAppSettings } from './settings.ts'

const MB = 1024 * 1024
/** Contract, section 6. */
const BYTES_MAX: Record<MediaKind, number> = {
  ...{ image: 5 * MB, video: 16 * MB, audio: 16 * MB, document: 100 * MB, sticker: MB },
}
/** Where Meta keeps files; besides these only the host of the configured base is asked. */
const DOWNLOAD_HOSTS = new Set(['lookaside.fbsbx.com'])
const DOWNLOAD_TIMEOUT_FACTOR = 8

const description = z.looseObject({
  url: z.string(),
  mime_type: z.string().optional().catch(undefined),
  sha256: z.string().optional().catch(undefined),
  file_size: z.coerce.number().optional().catch(undefined),
})

/**
 * Fetches a file in Meta's two steps. The address comes from outside, so it is asked only where
 * Meta keeps files; the token goes nowhere else, and a redirect is not followed.
 */
export async function fetchMedia(
  media: InboundMedia,
  { settings }: ConnectedEndpoint<WhatsAppSettings>,
  env: ChannelEnv,
): Promise<FetchedMedia> {
  if (!/^\d{1,30}$/.test(media.providerMediaId ?? '')) return refuse('no_media_id')
  const path = String(media.providerMediaId)
  const query = { phone_number_id: settings.phoneNumberId }
  const found = await callGraph(env, settings.accessToken, { path, query })
  if (found.kind === 'refused') {
    const isCredentials = found.failure.action === 'credentials'
    const retry = found.failure.action === 'never' ? 'never' : 'later'
    return { ...lost(`graph_${found.code}`, retry), flagsEndpoint: isCredentials }
  }
  if (found.kind !== 'ok') return lost(found.reason, 'later')
  const read = description.safeParse(found.body)
  if (!read.success) return lost('media_without_address', 'never')
  const bytesMax = BYTES_MAX[media.kind]
  if ((read.data.file_size ?? 0) > bytesMax) return refuse('too_large')
  if (!isDownloadAddress(read.data.url, env)) return refuse('host_not_allowed')
  return download(read.data, settings.accessToken, { bytesMax, env })
}

/** Meta's own download host, or the very origin the operator configured. */
export function isDownloadAddress(address: string, env: ChannelEnv): boolean {
  if (!URL.canParse(address)) return false
  const url = new URL(address)
  if (url.username || url.password) return false
  if (url.origin === new URL(env.whatsApp.graphUrl).origin) return true
  return url.protocol === 'https:' && url.port === '' && DOWNLOAD_HOSTS.has(url.hostname)
}

async function download(
  file: z.infer<typeof description>,
  accessToken: string,
  limits: { bytesMax: number; env: ChannelEnv },
): Promise<FetchedMedia> {
  try {
    const response = await fetch(file.url, {
      headers: { authorization: `Bearer ${accessToken}` },
      redirect: 'manual',
      signal: AbortSignal.timeout(limits.env.requestTimeoutMs * DOWNLOAD_TIMEOUT_FACTOR),
    })
    if (response.status >= 300 && response.status < 400) return refuse('redirected')
    if (!response.ok) return lost(`http_${response.status}`, 'later')
    const bytes = await readLimited(response, limits.bytesMax)
    if (!bytes) return refuse('too_large')
    if (!isWhole(bytes, file.sha256)) return lost('checksum_differs', 'later')
    return { ok: true, bytes, mimeType: file.mime_type }
  } catch (error) {
    return lost(toNetworkResult(error).reason, 'later')
  }
}

/** Meta writes the checksum as hex here and as base64 in webhooks. */
function isWhole(bytes: Buffer, sha256: string | undefined): boolean {
  if (!sha256) return true
  const digest = createHash('sha256').update(bytes).digest()
  return sha256 === digest.toString('hex') || sha256 === digest.toString('base64')
}

function refuse(reason: string): FetchedMedia {
  return { ok: false, state: 'refused', reason, retry: 'never' }
}

function lost(reason: string, retry: 'later' | 'never') {
  return { ok: false, state: 'failed', reason, retry } as const
}
