import { describe, expect, it } from 'vitest'
import { toAsciiJson } from '../http/ascii-json.ts'
import { signMeta } from './sign.ts'

const SECRET = 'meta_app_secret_0123456789abcdef'
/** Field order as the vendor's: the published vector has `value` before `field`. */
const ESCAPED = String.raw`{"object":"whatsapp_business_account","entry":[{"id":"102290129340398","changes":[{"value":{"messaging_product":"whatsapp","metadata":{"display_phone_number":"15550783881","phone_number_id":"106540352242922"},"contacts":[{"profile":{"name":"Sheena"},"wa_id":"16505551234"}],"messages":[{"from":"16505551234","id":"wamid.TEST1","timestamp":"1749416383","type":"text","text":{"body":"caf\u00e9 \ud83d\ude00"}}]},"field":"messages"}]}]}`

describe('signMeta', () => {
  it('signs the plain vector', () => {
    expect(signMeta(SECRET, '{"object":"page","entry":[]}')).toBe(
      'sha256=10ae8d43a733b6ee17723f8dba3eda750ea6dd615e424899772ac5dd83051bae',
    )
  })

  it('signs the escaped vector over its exact bytes', () => {
    expect(Buffer.byteLength(ESCAPED)).toBe(433)
    expect(signMeta(SECRET, Buffer.from(ESCAPED))).toBe(
      'sha256=1dd08bdd4ab84ea9d7a73fc9d3adf5fbdcd9a7eabbb01f4d89839a05ba702c61',
    )
  })

  it('gives another signature to the same JSON written anew', () => {
    expect(signMeta(SECRET, JSON.stringify(JSON.parse(ESCAPED)))).toBe(
      'sha256=36d743f512dd96421e848895219db3633b8d0ea7eebf641b8331ed403b2fac5c',
    )
  })

  it('writes the escaped vector from its parsed value', () => {
    expect(toAsciiJson(JSON.parse(ESCAPED))).toBe(ESCAPED)
  })
})
