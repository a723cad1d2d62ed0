import { getRule } from '#app/platform/alerts/rules.server.ts'
import { listCertificates } from '#app/platform/certificates/list.server.ts'
import type { PlatformDb } from '#app/platform/db.server.ts'
import { isLocalHost } from '#app/tenancy/host.ts'
import type { CertificateFacts } from './certificate-card.tsx'

/** @param appOrigin where the platform's own host is reached by the rule of this installation */
export function readCertificateFacts(
  platform: PlatformDb,
  { appOrigin, url, mayLook }: { appOrigin: string; url: string; mayLook: boolean },
): CertificateFacts {
  return {
    ...listCertificates(platform, Date.now()),
    endingDays: getRule(platform, 'certificate').threshold,
    plainOrigin: isLocalHost(new URL(appOrigin).hostname) ? appOrigin : null,
    isLooking: new URL(url).searchParams.get('note') === 'looking',
    mayLook,
  }
}
