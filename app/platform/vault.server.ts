import { seal, unseal } from '#app/tenancy/data-keys.server.ts'

/** Opens and closes the platform's own secrets without handing its key around. */
export type PlatformVault = {
  encrypt: (purpose: string, plain: string) => string
  /** @throws UndecryptableError when it was made with another key or for another purpose */
  decrypt: (purpose: string, sealed: string) => string
}

/** @param platformKey ENCRYPTION_KEY, 32 bytes */
export function createPlatformVault(platformKey: Buffer): PlatformVault {
  return {
    encrypt: (purpose, plain) => seal(Buffer.from(plain), platformKey, `platform:${purpose}`),
    decrypt: (purpose, sealed) => unseal(sealed, platformKey, `platform:${purpose}`).toString(),
  }
}
