import { createThrottle } from '#app/credentials/throttle.server.ts'
import { createSendMail } from '#app/platform/mail/send.server.ts'
import { createSystemLog } from '#app/platform/logs/search.server.ts'
import { listKeyUse } from '#app/platform/health/api-usage.server.ts'
import { createPlatformVault } from '#app/platform/vault.server.ts'
import { createEventStreams } from '#app/wire/events/streams.ts'
import { createChatStreams } from '#app/wire/widget/streams.ts'
import { renameTenant } from '#app/platform/tenants/rename.server.ts'
import { createCardService } from './cards.server.ts'
import { writeCompanyDocument } from './billing/document-pdf.server.ts'
import { readSeller } from './billing/seller.server.ts'
import { createAi } from './ai.server.ts'
import { createChannels } from './channels.server.ts'
import { createEndpoints } from './endpoints.server.ts'
import { findExport } from './leaving.server.ts'
import { changeIdentity } from './change-identity.server.ts'
import { moveOwner } from './move-owner.server.ts'
import { openCompany } from './open-company.server.ts'
import { openOnboarded, readFirstAnswer } from './onboarding/open-onboarded.server.ts'
import { createDemoService } from './demos/service.server.ts'
import { createMpesaService } from './mpesa.server.ts'
import { createPush } from './push.server.ts'
import type { Runtime } from './runtime.server.ts'
import type { Services } from './services.ts'
import { createGuardedFetch } from './web/guarded-fetch.server.ts'
import { createSupportService } from './support/service.server.ts'
import { createGuardedPost } from './web/guarded-post.server.ts'
import { checkAddress, signUpCompany } from './sign-up.server.ts'

/** Builds what routes may ask of the running process. */
export function createServices(runtime: Runtime): Services {
  const { platform, platformKey, env } = runtime
  const mail = createSendMail(platform, { smtpUrl: env.SMTP_URL, from: env.MAIL_FROM })
  const ai = createAi(runtime)
  const channels = createChannels(runtime, ai)
  const endpoints = createEndpoints(runtime, channels.deps.env)
  const systemLog = createSystemLog(runtime.paths.logPath)
  return {
    ...{ log: runtime.log, systemLog },
    throttle: createThrottle(),
    vault: createPlatformVault(platformKey),
    sendMail: mail.send,
    push: createPush(env),
    mpesa: createMpesaService(env),
    cards: createCardService(env),
    apiUseOf: (tenantId) => listKeyUse(platform, tenantId, Date.now()),
    seller: () => readSeller(runtime),
    documentPdf: (which, settings) => writeCompanyDocument(runtime, which, settings),
    isOutboxShown: env.DEV_OUTBOX,
    fetchPublic: createGuardedFetch({ trustedOrigins: env.FETCH_TRUSTED_ORIGINS }),
    postPublic: createGuardedPost({ trustedOrigins: env.FETCH_TRUSTED_ORIGINS }),
    companies: {
      signUp: (signUp) => signUpCompany(runtime, signUp),
      checkAddress: (slug, name) => checkAddress(runtime, slug, name),
      rename: (tenantId, name) => renameTenant(platform, tenantId, name),
      open: (actor, company) => openCompany(runtime, actor, company),
      openOnboarded: (actor, company) => openOnboarded(runtime, endpoints, actor, company),
      readFirstAnswer: (tenantId) => readFirstAnswer(runtime, tenantId),
      changeIdentity: (actor, identity) => changeIdentity(runtime, actor, identity),
      moveOwner: (actor, move) => moveOwner(runtime, actor, move),
      findExport: (tenantId) => findExport(runtime, tenantId),
    },
    demos: createDemoService(runtime),
    support: createSupportService(runtime),
    ai,
    channels,
    endpoints,
    eventStreams: createEventStreams(runtime),
    chatStreams: createChatStreams(runtime),
    close: async () => {
      mail.close()
      systemLog.close()
      await ai.close()
    },
  }
}
