import { z } from 'zod'
import type { InboundMedia } from '#app/domain/conversations/inbound.ts'
import type { ChannelEnv, ConnectedEndpoint, FetchedMedia } from '../channel.ts'
import { readLimited } from '../read-limited.server.ts'
import { callTelegram, toNetworkResult } from './api.server.ts'
import { isTokenRefused } from './failures.ts'
import type { TelegramSettings } from './settings.ts'

/** Bots may fetch no more (contract, section 5). */
const BYTES_MAX = 20 * 1024 * 1024
const DOWNLOAD_TIMEOUT_FACTOR = 8

const found = z.looseObject({
  file_path: z.string().optional(),
  file_size: z.number().optional().catch(undefined),
})

/**
 * Fetches a file in Telegram's two steps. Both go to the configured base and nowhere else: the
 * path that comes back names a file below it and can lead to no other host.
 */
export async function fetchMedia(
  media: InboundMedia,
  { settings }: ConnectedEndpoint<TelegramSettings>,
  env: ChannelEnv,
): Promise<FetchedMedia> {
  if (!media.providerMediaId) return refuse('no_media_id')
  if ((media.byteSize ?? 0) > BYTES_MAX) return refuse('too_large')
  const params = { file_id: media.providerMediaId }
  const result = await callTelegram(env, settings.botToken, 'getFile', { params })
  if (result.kind === 'refused') return toRefusal(result.code, result.description)
  if (result.kind !== 'ok') return lost(result.reason, 'later')
  const read = found.safeParse(result.result)
  const path = read.success ? read.data.file_path : undefined
  if (!path) return lost('file_without_path', 'never')
  if ((read.data?.file_size ?? 0) > BYTES_MAX) return refuse('too_large')
  const address = toFileAddress(path, settings.botToken, env)
  return address ? download(address, env) : refuse('path_not_allowed')
}

/** @returns undefined when the path would lead anywhere but to a file of this bot */
export function toFileAddress(path: string, botToken: string, env: ChannelEnv): URL | undefined {
  const isPlain = /^[A-Za-z0-9_.-]+(\/[A-Za-z0-9_.-]+)*$/.test(path)
  if (!isPlain || path.split('/').some((part) => /^\.+$/.test(part))) return undefined
  return new URL(`${env.telegram.apiUrl}/file/bot${botToken}/${path}`)
}

async function download(address: URL, env: ChannelEnv): Promise<FetchedMedia> {
  try {
    const response = await fetch(address, {
      redirect: 'manual',
      signal: AbortSignal.timeout(env.requestTimeoutMs * DOWNLOAD_TIMEOUT_FACTOR),
    })
    if (response.status >= 300 && response.status < 400) return refuse('redirected')
    if (!response.ok) return lost(`http_${response.status}`, 'later')
    const bytes = await readLimited(response, BYTES_MAX)
    return bytes ? { ok: true, bytes } : refuse('too_large')
  } catch (error) {
    return lost(toNetworkResult(error).reason, 'later')
  }
}

function toRefusal(code: number, description: string): FetchedMedia {
  if (/too big/i.test(description)) return refuse('too_large')
  if (isTokenRefused(code)) return { ...lost(`telegram_${code}`, 'later'), flagsEndpoint: true }
  const isPassing = code === 429 || code >= 500
  return lost(`telegram_${code}`, isPassing ? 'later' : 'never')
}

function refuse(reason: string): FetchedMedia {
  return { ok: false, state: 'refused', reason, retry: 'never' }
}

function lost(reason: string, retry: 'later' | 'never') {
  return { ok: false, state: 'failed', reason, retry } as const
}
