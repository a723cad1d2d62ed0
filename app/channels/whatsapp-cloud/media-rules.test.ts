import { expect, test } from 'vitest'
import { sendKindOf, toSendBody } from './payloads.ts'
import { fateOf, fileBytesMaxOf } from '#app/domain/endpoints/media-rules.ts'

const MB = 1024 * 1024

test('how a file arrives is told as each channel takes it', () => {
  const photo = { type: 'image/jpeg', size: 6 * MB }
  expect(fateOf(photo, 'whatsapp-cloud')).toBe('document')
  expect(fateOf(photo, 'telegram')).toBe('shown')
  expect(fateOf({ type: 'image/webp', size: 1 }, 'whatsapp-cloud')).toBe('document')
  expect(fateOf({ type: 'audio/ogg;codecs=opus', size: MB }, 'whatsapp-cloud')).toBe('shown')
  expect(fateOf({ type: 'application/pdf', size: 20 * MB }, 'web-chat')).toBe('too_large')
  expect(fateOf({ type: 'application/pdf', size: 20 * MB }, 'whatsapp-cloud')).toBe('shown')
  expect(fileBytesMaxOf('whatsapp-cloud')).toBeLessThanOrEqual(30 * MB)
})

test('WhatsApp is told of a voice message only when it can show one', () => {
  const file = { kind: 'audio' as const, name: 'voice.ogg', byteSize: 10, isVoice: true }
  const body = (mimeType: string, isVoice = true) => {
    const read = async () => Buffer.alloc(10)
    const sent = { ...file, mimeType, isVoice, read }
    return toSendBody(
      {
        ...{ id: 1, type: 'audio', text: null, payload: {}, to: { phone: '+254700000001' } },
        file: sent,
      },
      { kind: sendKindOf(sent), id: 'media-1' },
    )?.['audio']
  }
  expect(body('audio/ogg')).toEqual({ id: 'media-1', voice: true })
  expect(body('audio/mp4')).toEqual({ id: 'media-1' })
  expect(body('audio/ogg', false)).toEqual({ id: 'media-1' })
})
