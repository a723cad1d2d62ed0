import {
  BufferSource,
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacketSink,
  Input,
  MP3,
  MP4,
  OGG,
  OggOutputFormat,
  Output,
  WAVE,
  WEBM,
} from 'mediabunny'
import type { InputAudioTrack } from 'mediabunny'

const LENGTH_MAX_MS = 15 * 60_000
/** Room for the whole frames that a recorder ends with. */
const LENGTH_SPARE_MS = 5_000

export type VoiceNote =
  | { ok: true; bytes: Buffer; durationMs: number; extension: 'ogg' | 'm4a' }
  | { ok: false; reason: 'voice_unreadable' | 'voice_too_long' }

/**
 * What a browser recorded, as messengers take it for a voice message: Opus in an Ogg. The sound
 * itself is not touched, only its wrapping. A browser that records AAC keeps it, and messengers
 * show that as an audio file.
 */
export async function toVoiceNote(bytes: Buffer): Promise<VoiceNote> {
  try {
    const track = await openSound(bytes)
    const codec = track?.codec
    if (!track || (codec !== 'opus' && codec !== 'aac'))
      return { ok: false, reason: 'voice_unreadable' }
    const durationMs = Math.round((await track.computeDuration()) * 1000)
    if (!(durationMs > 0)) return { ok: false, reason: 'voice_unreadable' }
    if (durationMs > LENGTH_MAX_MS + LENGTH_SPARE_MS) return { ok: false, reason: 'voice_too_long' }
    if (codec === 'aac') return { ok: true, bytes, durationMs, extension: 'm4a' }
    return { ok: true, bytes: await wrapAsOgg(track), durationMs, extension: 'ogg' }
  } catch {
    return { ok: false, reason: 'voice_unreadable' }
  }
}

/** How long a sound file is; undefined where it is none that we can read. */
export async function soundLengthMs(bytes: Buffer): Promise<number | undefined> {
  try {
    const track = await openSound(bytes)
    const seconds = track && (await track.computeDuration())
    return seconds && Number.isFinite(seconds) ? Math.round(seconds * 1000) : undefined
  } catch {
    return undefined
  }
}

async function openSound(bytes: Buffer): Promise<InputAudioTrack | null> {
  const formats = [WEBM, OGG, MP4, MP3, WAVE]
  const input = new Input({ source: new BufferSource(new Uint8Array(bytes)), formats })
  return input.getPrimaryAudioTrack()
}

async function wrapAsOgg(track: InputAudioTrack): Promise<Buffer> {
  const target = new BufferTarget()
  const output = new Output({ format: new OggOutputFormat(), target })
  const source = new EncodedAudioPacketSource('opus')
  output.addAudioTrack(source)
  await output.start()
  const decoderConfig = (await track.getDecoderConfig()) ?? undefined
  for await (const packet of new EncodedPacketSink(track).packets())
    await source.add(packet, { decoderConfig })
  await output.finalize()
  return Buffer.from(target.buffer as ArrayBuffer)
}
