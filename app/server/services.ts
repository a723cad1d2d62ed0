import type { DateSettings } from '#app/i18n/format.ts'
import type { Throttle } from '#app/credentials/throttle.server.ts'
import type { GuardedFetch } from '#app/domain/link-previews/guarded-fetch.ts'
import type { GuardedPost } from '#app/platform/alerts/deliver.server.ts'
import type { KeyApiUse } from '#app/platform/health/api-usage.server.ts'
import type { SystemLog } from '#app/platform/logs/search.server.ts'
import type { SendMail } from '#app/platform/mail/send.server.ts'
import type { Cards } from '#app/platform/billing/stripe/client.server.ts'
import type { PlatformVault } from '#app/platform/vault.server.ts'
import type { Seller } from '#app/ui/billing/document.ts'
import type { EventStreams } from '#app/wire/events/streams.ts'
import type { ChatStreams } from '#app/wire/widget/streams.ts'
import type { writeCompanyDocument } from './billing/document-pdf.server.ts'
import type { AiService } from './ai.server.ts'
import type { ChannelService } from './channels.server.ts'
import type { EndpointService } from './endpoints.server.ts'
import type { Log } from './log.server.ts'
import type { PlatformActor } from '#app/platform/users/permissions.ts'
import type { CreateCompanyResult } from './create-company.server.ts'
import type { Identity } from '#app/platform/companies/identity.server.ts'
import type { changeIdentity } from './change-identity.server.ts'
import type { moveOwner } from './move-owner.server.ts'
import type { OpenedCompany } from './open-company.server.ts'
import type { DemoService } from './demos/service.server.ts'
import type { MpesaService } from './mpesa.server.ts'
import type {
  openOnboarded,
  OnboardedCompany,
  readFirstAnswer,
} from './onboarding/open-onboarded.server.ts'
import type { PushService } from './push.server.ts'
import type { SupportService } from './support/service.server.ts'
import type { SignUp, SignUpResult, SlugAnswer } from './sign-up.server.ts'

/**
 * What routes may ask of the running process beside the database: things that need the
 * platform, a vendor or the configuration. Filled in by the composition root.
 */
export type Services = {
  log: Log
  /** what was logged on this node, to be searched */
  systemLog: SystemLog
  /** counts attempts at what may be guessed, for this process */
  throttle: Throttle
  /** opens and closes secrets of the platform's own people */
  vault: PlatformVault
  sendMail: SendMail
  /** notifications on members' devices */
  push: PushService
  /** whether unsent mails are shown at /outbox */
  isOutboxShown: boolean
  /** the one way to an address that a stranger chose */
  fetchPublic: GuardedFetch
  /** the same for what is posted there */
  postPublic: GuardedPost
  companies: {
    signUp: (signUp: SignUp) => Promise<SignUpResult>
    checkAddress: (slug: string, companyName: string) => SlugAnswer
    /** the platform's own list follows what a company calls itself */
    rename: (tenantId: string, name: string) => void
    /** makes a company for an owner who is invited */
    open: (actor: PlatformActor, company: OpenedCompany) => Promise<CreateCompanyResult>
    /** makes the company that a rep and the client have described */
    openOnboarded: (
      actor: PlatformActor,
      company: OnboardedCompany,
    ) => ReturnType<typeof openOnboarded>
    /** what its assistant said to the first question */
    readFirstAnswer: (tenantId: string) => ReturnType<typeof readFirstAnswer>
    /** makes another active member the owner */
    /** changes what a company is known by, its own name with it */
    changeIdentity: (
      actor: PlatformActor,
      identity: Identity & { tenantId: string },
    ) => ReturnType<typeof changeIdentity>
    moveOwner: (
      actor: PlatformActor,
      move: { tenantId: string; email: string },
    ) => ReturnType<typeof moveOwner>
    /** the copy of a leaving company, if it is written */
    findExport: (tenantId: string) => { path: string; bytes: number } | undefined
  }
  /** companies with sample data for prospects */
  demos: DemoService
  /** visits of the platform's people to companies */
  support: SupportService
  /** what a company's own keys asked the JSON API for in 30 days */
  apiUseOf: (tenantId: string) => KeyApiUse[]
  /** payments by phone */
  mpesa: MpesaService
  /** who stands on invoices as the seller */
  seller: () => Seller
  /** an invoice or credit note of a company as a file */
  documentPdf: (
    which: { tenantId: string; id: number },
    settings: DateSettings,
  ) => ReturnType<typeof writeCompanyDocument>
  /** payments by card; undefined where the operator configured none */
  cards: Cards | undefined
  /** answers, suggestions, scores */
  ai: AiService
  /** what channels need and do beside a request */
  channels: ChannelService
  /** connects, changes and removes a company's channels */
  endpoints: EndpointService
  /** live pages */
  eventStreams: EventStreams
  /** live pages of visitors on companies' websites */
  chatStreams: ChatStreams
  /** ends workers and connections when the process stops */
  close: () => Promise<void>
}
