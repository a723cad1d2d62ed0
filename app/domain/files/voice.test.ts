import { expect, test } from 'vitest'
import { MP4_SOUND, WEBM_OPUS } from '#tests/recordings.ts'
import { PIXEL } from '#tests/whatsapp.ts'
import { sniffMimeType } from './sniff.server.ts'
import { soundLengthMs, toVoiceNote } from './voice.server.ts'

test('what Chromium records becomes Opus in an Ogg, as long as it was', async () => {
  const voice = await toVoiceNote(WEBM_OPUS)
  if (!voice.ok) throw new Error(voice.reason)
  expect(voice.extension).toBe('ogg')
  expect(voice.bytes.toString('latin1', 0, 4)).toBe('OggS')
  expect(voice.bytes.toString('latin1')).toContain('OpusHead')
  expect(await sniffMimeType(voice.bytes, 'voice.ogg')).toBe('audio/ogg')
  expect(voice.durationMs).toBeGreaterThan(900)
  expect(voice.durationMs).toBeLessThan(1_700)
  expect(Math.abs(((await soundLengthMs(voice.bytes)) ?? 0) - voice.durationMs)).toBeLessThan(100)
  // An Ogg goes through the same way and stays what it is.
  expect(await toVoiceNote(voice.bytes)).toMatchObject({ ok: true, extension: 'ogg' })
})

test('Opus in an MP4, as another recorder writes it, becomes the same', async () => {
  expect(await toVoiceNote(MP4_SOUND)).toMatchObject({ ok: true })
})

test('what is no sound is told apart, and never breaks', async () => {
  for (const bytes of [PIXEL, Buffer.alloc(0), Buffer.from('OggS'), WEBM_OPUS.subarray(0, 200)])
    expect(await toVoiceNote(bytes)).toMatchObject({ ok: false, reason: 'voice_unreadable' })
  expect(await soundLengthMs(PIXEL)).toBeUndefined()
  expect(await soundLengthMs(WEBM_OPUS)).toBeGreaterThan(900)
})
