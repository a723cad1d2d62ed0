/** What a look at a host's certificate can find, the worst first. */
export const certificateStates = [
  'unreachable',
  'expired',
  'wrong_host',
  'untrusted',
  'not_yet_valid',
  'valid',
] as const

export type CertificateState = (typeof certificateStates)[number]

/** What a host shows to those who connect. Times are UTC ms; null where nothing was shown. */
export type SeenCertificate = {
  state: CertificateState
  issuer: string | null
  validFrom: number | null
  validUntil: number | null
  isForHost: boolean | null
}

/** A host of this installation, and whose it is; null: the platform's own. */
export type WatchedHost = { host: string; tenantId: string | null }
