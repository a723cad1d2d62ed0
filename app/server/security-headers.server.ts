import helmet from 'helmet'
import type { RequestHandler } from 'express'

/**
 * Headers of every page: scripts run only with this request's nonce or from our own files,
 * nobody may frame us, and nothing about the address leaks to other sites.
 */
export function securityHeaders(
  nonceOf: (response: object) => string,
  formTargets: readonly string[] = [],
): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", (_request, response) => `'nonce-${nonceOf(response)}'`],
        styleSrc: ["'self'", (_request, response) => `'nonce-${nonceOf(response)}'`],
        // Style attributes carry the company's colour and sizes computed on the server.
        styleSrcAttr: ["'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        mediaSrc: ["'self'", 'blob:'],
        connectSrc: ["'self'"],
        fontSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        // Browsers without our scripts follow a form's answer to the page where a card is typed.
        formAction: ["'self'", ...formTargets],
        frameAncestors: ["'none'"],
      },
    },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: true },
  })
}
