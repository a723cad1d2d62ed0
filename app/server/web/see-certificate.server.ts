import { lookup } from 'node:dns/promises'
import { checkServerIdentity, connect } from 'node:tls'
import type { PeerCertificate, TLSSocket } from 'node:tls'
import type { SeenCertificate } from '#app/platform/certificates/certificate.ts'
import type { SeeCertificate } from '#app/platform/certificates/look.server.ts'
import { isPublicAddress } from './public-address.ts'

const TIMEOUT_MS = 5_000
/** A host that does not answer is asked once more. */
const TRIES = 2
const HTTPS_PORT = 443

const UNREACHABLE: SeenCertificate = {
  ...{ state: 'unreachable', issuer: null, validFrom: null, validUntil: null, isForHost: null },
}

export type CertificateOptions = {
  /** hosts below it are ours and may be inside our network; every other must be public */
  rootDomain: string
  resolve?: (host: string) => Promise<string[]>
  /** where an address is reached; tests lead it to a server of theirs */
  dial?: (address: string) => { host: string; port: number }
  /** authorities to trust instead of the machine's, PEM */
  ca?: string
  timeoutMs?: number
  now?: () => number
}

/** Connects by TLS as a browser would, reads what is shown and leaves without a request. */
export function createCertificateReader(options: CertificateOptions): SeeCertificate {
  return async ({ host }) => {
    for (let tried = 1; tried < TRIES; tried += 1) {
      const seen = await see(host, options)
      if (seen.state !== 'unreachable') return seen
    }
    return see(host, options)
  }
}

async function see(host: string, options: CertificateOptions): Promise<SeenCertificate> {
  try {
    const address = await pin(host, options)
    return await shake(host, address, options)
  } catch {
    return UNREACHABLE
  }
}

/** The name is resolved once, and the address that was checked is the one that is reached. */
async function pin(host: string, options: CertificateOptions): Promise<string> {
  const addresses = await (options.resolve ?? resolveAll)(host)
  const isOurs = host.endsWith(`.${options.rootDomain}`)
  const [first] = addresses
  if (first === undefined || !(isOurs || addresses.every(isPublicAddress)))
    throw new Error('no address that may be reached')
  return first
}

async function resolveAll(host: string): Promise<string[]> {
  const found = await lookup(host, { all: true, verbatim: true })
  return found.sort((a, b) => a.family - b.family).map(({ address }) => address)
}

function shake(host: string, address: string, options: CertificateOptions) {
  const { ca, timeoutMs = TIMEOUT_MS, now = Date.now } = options
  const target = options.dial?.(address) ?? { host: address, port: HTTPS_PORT }
  return new Promise<SeenCertificate>((resolve, reject) => {
    // What is wrong with a certificate is what we came to see; nothing is sent or read.
    const socket = connect({ ...target, servername: host, rejectUnauthorized: false, ca })
    const timer = setTimeout(() => socket.destroy(new Error('timeout')), timeoutMs)
    socket.once('secureConnect', () => {
      resolve(read(host, socket, now()))
      socket.destroy()
    })
    socket.once('error', reject)
    socket.once('close', () => {
      clearTimeout(timer)
      reject(new Error('closed'))
    })
  })
}

function read(host: string, socket: TLSSocket, now: number): SeenCertificate {
  const certificate = socket.getPeerCertificate()
  const [validFrom, validUntil] = [certificate.valid_from, certificate.valid_to].map(Date.parse)
  if (validFrom === undefined || validUntil === undefined) return UNREACHABLE
  const isForHost = checkServerIdentity(host, certificate) === undefined
  return {
    ...{ issuer: issuerOf(certificate), validFrom, validUntil, isForHost },
    state: toState({ validFrom, validUntil, isForHost, isTrusted: socket.authorized }, now),
  }
}

function toState(
  facts: { validFrom: number; validUntil: number; isForHost: boolean; isTrusted: boolean },
  now: number,
): SeenCertificate['state'] {
  if (facts.validUntil <= now) return 'expired'
  if (facts.validFrom > now) return 'not_yet_valid'
  if (!facts.isForHost) return 'wrong_host'
  return facts.isTrusted ? 'valid' : 'untrusted'
}

function issuerOf({ issuer }: PeerCertificate): string | null {
  const names = [issuer.O, issuer.CN].flat().filter(Boolean)
  return names.length > 0 ? [...new Set(names)].join(', ') : null
}
