import type { LoaderFunctionArgs } from '@remix-run/node'
import { findCompany } from '#app/platform/companies/find.server.ts'
import type { Company } from '#app/platform/companies/find.server.ts'
import { reachOf } from '#app/platform/companies/reach.ts'
import { platformCan } from '#app/platform/users/permissions.ts'
import type { PlatformPermission } from '#app/platform/users/permissions.ts'
import { requireUser } from '#app/routes/require.server.ts'
import type { UserContext } from '#app/routes/require.server.ts'
import { companyNotes } from './company-notes.ts'

export type CompanyFrame = {
  company: Company
  signInUrl: string
  may: { change: boolean; seeMoney: boolean; visit: boolean }
  note: (typeof companyNotes)[string]
  problem: string | undefined
}

/**
 * The company of an address and who asks, for pages and actions alike.
 *
 * @throws Response 404 when there is no such company, or it is not theirs to know of
 */
export function requireCompany(
  { params, context }: Pick<LoaderFunctionArgs, 'params' | 'context'>,
  permission: PlatformPermission,
): UserContext & { company: Company } {
  const asked = requireUser(context, permission)
  const company = findCompany(asked.platform, reachOf(asked.user), params['tenant'] ?? '')
  if (!company) throw new Response(null, { status: 404 })
  return { ...asked, company }
}

/** What stands around every page about one company. */
export function toCompanyFrame(
  { company, user, appOrigin }: UserContext & { company: Company },
  request: Request,
): CompanyFrame {
  const query = new URL(request.url).searchParams
  const seeMoney = platformCan(user.role, 'admin.read')
  return {
    company: seeMoney ? company : { ...company, mrr: 0 },
    signInUrl: `${appOrigin.replace('://app.', `://${company.slug}.`)}/login`,
    may: {
      change: platformCan(user.role, 'tenants.write'),
      seeMoney,
      visit:
        platformCan(user.role, 'support.enter') &&
        company.status === 'active' &&
        company.deletesAt === null,
    },
    note: companyNotes[query.get('note') ?? ''],
    problem: query.get('problem')?.slice(0, 40),
  }
}
