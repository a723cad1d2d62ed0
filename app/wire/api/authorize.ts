import type { Request, Response } from 'express'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { findApiKey, touchApiKey } from '#app/domain/members/api-keys.server.ts'
import type { ApiKey } from '#app/domain/members/api-keys.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { PortalContext } from '#app/server/load-context.ts'
import type { Meter } from '#app/platform/health/meter.ts'
import type { WireContext, WireRoute } from '../declaration.ts'
import { sendProblem } from './problem.ts'

const REQUESTS_PER_MINUTE = 120

type ApiRoute = (
  request: Request,
  response: Response,
  portal: PortalContext,
) => void | Promise<void>

/**
 * Lets a request through with a key of this very company, 120 times a minute. A key of another
 * company is looked for in this company's file only, and so is simply unknown.
 */
export function createApiAccess(meter: Meter) {
  const limiter = new RateLimiterMemory({ points: REQUESTS_PER_MINUTE, duration: 60 })

  return (route: ApiRoute): WireRoute['run'] =>
    async (request: Request, response: Response, context: WireContext) => {
      const { portal } = context
      const key = portal && readApiKey(request, portal.db)
      if (!portal || !key) return sendProblem(response, 'invalid_key')
      response.once('close', () =>
        meter.noteApi({
          ...{ tenantId: portal.tenant.id, keyId: key.id, keyName: key.name },
          status: response.statusCode,
        }),
      )
      const waitS = await consume(limiter, `${portal.tenant.id}:${key.id}`)
      if (waitS > 0) {
        response.setHeader('Retry-After', String(waitS))
        return sendProblem(response, 'rate_limited')
      }
      touchApiKey(portal.db, key, Date.now())
      response.setHeader('Cache-Control', 'no-store')
      return route(request, response, portal)
    }
}

/** The company's key that a request carries, if it is one. */
export function readApiKey(request: Request, db: TenantDb): ApiKey | undefined {
  const token = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
  return token ? findApiKey(db, token) : undefined
}

/** @returns 0, or the seconds to wait */
async function consume(limiter: RateLimiterMemory, key: string): Promise<number> {
  try {
    await limiter.consume(key)
    return 0
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal
    return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000))
  }
}
