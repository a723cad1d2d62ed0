import ipaddr from 'ipaddr.js'

/** Names that mean this machine or its own network, whatever a resolver says. */
const INNER_NAMES = /(^|\.)(localhost|local|localdomain|internal|intranet|lan|home|corp|arpa)$/
const PORTS = new Set(['', '80', '443'])
const URL_CHARS_MAX = 2_000

/**
 * Whether an address is one of the open internet. Loopback, private, link-local, shared and
 * reserved ranges are not, nor is any of them written as IPv6.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.process(address)
  if (parsed.range() !== 'unicast') return false
  // Global unicast is 2000::/3; anything else that has no name today may get one tomorrow.
  return parsed.kind() === 'ipv4' || ((parsed as ipaddr.IPv6).parts[0] ?? 0) >> 13 === 1
}

/**
 * A web address that somebody else chose, if it may be asked for at all: http or https, the usual
 * port, no sign-in inside it, and a host that is no inner name and no inner address. The URL
 * parser has by then turned every odd spelling of an IPv4 address into the plain one.
 */
export function parsePublicUrl(text: string): URL | undefined {
  if (text.length > URL_CHARS_MAX || !URL.canParse(text)) return undefined
  const url = new URL(text)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined
  if (url.username || url.password || !PORTS.has(url.port)) return undefined
  return isPublicHost(url.hostname.replace(/\.$/, '')) ? url : undefined
}

function isPublicHost(host: string): boolean {
  const literal = host.replace(/^\[|\]$/g, '')
  if (ipaddr.isValid(literal)) return isPublicAddress(literal)
  return host.includes('.') && !INNER_NAMES.test(host)
}
