import type { SignedInMember } from '#app/domain/members/sessions.server.ts'
import type { Directory, DirectoryEntry } from '#app/platform/tenants/directory.server.ts'
import type { PlatformDb } from '#app/platform/db.server.ts'
import type { SignedInUser } from '#app/platform/users/sessions.server.ts'
import type { Tenancy } from '#app/tenancy/open.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { CompanyBilling } from './billing/company-billing.server.ts'
import type { CompanyFlags } from './company-flags.server.ts'
import type { CompanyNews } from './company-news.server.ts'
import type { CompanyOnboarding } from './onboarding/company-onboarding.server.ts'
import type { Preferences } from './preferences.server.ts'
import type { Services } from './services.ts'
import type { Support } from './support/service.server.ts'

export type Decision =
  | 'allow'
  | 'sign-in'
  | 'go-home'
  | 'forbidden'
  | 'suspended'
  | 'go-pay'
  | 'not-found'
  // a visitor for support is told so; or what the page sent by itself is left undone
  | 'support-refused'
  | 'support-ignored'

/** What every request knows, whoever it is for. */
type RequestFacts = {
  requestId: string
  ip: string
  userAgent: string | null
  /** scheme and host as the visitor typed them, e.g. `http://hotel.localhost:3000` */
  origin: string
  /** `http://app.localhost:3000` */
  appOrigin: string
  isSecure: boolean
  cspNonce: string
  /** language and theme chosen on this host by somebody who may not be signed in */
  preferences: Preferences
  /** what the route table says about this person and this address, decided before any loader */
  decision: Decision
  services: Services
}

/** A request on a company's host. Holding one means being inside exactly that company. */
export type PortalContext = RequestFacts & {
  surface: 'portal'
  tenant: Pick<
    DirectoryEntry,
    | 'id'
    | 'slug'
    | 'name'
    | 'industry'
    | 'status'
    | 'suspendedReason'
    | 'suspendedBy'
    | 'demoExpiresAt'
  >
  db: TenantDb
  /** gives the company's file back before the response ends; `db` is not used after that */
  releaseDb: () => void
  member: SignedInMember | undefined
  /** set while somebody of the platform visits for support; `member` is then that visitor */
  support: Support | undefined
  /** what is turned on for this company */
  flags: CompanyFlags
  /** what the platform announces to this company */
  news: CompanyNews
  /** what this company pays, and nobody else's */
  billing: CompanyBilling
  /** how far this company is with setting up */
  onboarding: CompanyOnboarding
}

/** A request on the app host: the platform's own people and visitors. */
export type AppContext = RequestFacts & {
  surface: 'app'
  platform: PlatformDb
  directory: Directory
  tenancy: Tenancy
  user: SignedInUser | undefined
}

export type RequestContext = PortalContext | AppContext

declare module '@remix-run/server-runtime' {
  // Remix hands this to loaders and actions; `toPortal` and `toApp` narrow it.
  interface AppLoadContext {
    baraza: RequestContext
  }
}
