import { platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import { certificateStates } from './certificate.ts'
import type { CertificateState } from './certificate.ts'

const SHOWN_MAX = 50
const DAY_MS = 86_400_000

export type ShownCertificate = {
  host: string
  tenantId: string | null
  company: string | null
  state: CertificateState
  issuer: string | null
  validUntil: number | null
  /** whole days until then, never below 0 */
  daysLeft: number | null
  isForHost: boolean | null
  lookedAt: number
}

type Row = Omit<ShownCertificate, 'isForHost' | 'daysLeft'> & { isForHost: number | null }

/** Certificates as the last look found them: what is wrong first, then what runs out first. */
export function listCertificates(
  platform: PlatformDb,
  now: number,
): {
  rows: ShownCertificate[]
  /** of how many hosts there are in all */
  count: number
} {
  const sqlite = platformSqliteOf(platform)
  const rows = sqlite
    .prepare<[string, number], Row>(
      `select c.host, c.tenant_id as tenantId, t.name as company, c.state, c.issuer,
         c.valid_until as validUntil, c.is_for_host as isForHost, c.looked_at as lookedAt
       from certificates c left join tenants t on t.id = c.tenant_id
       left join json_each(?) o on o.value = c.state
       order by o.key, c.valid_until, c.host limit ?`,
    )
    .all(JSON.stringify(certificateStates), SHOWN_MAX)
  const count = sqlite.prepare<[], number>('select count(*) from certificates').pluck().get()!
  return {
    rows: rows.map(({ isForHost, ...row }) => {
      const daysLeft = row.validUntil && Math.max(0, Math.floor((row.validUntil - now) / DAY_MS))
      return { ...row, daysLeft, isForHost: isForHost === null ? null : isForHost === 1 }
    }),
    count,
  }
}
