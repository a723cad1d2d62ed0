import { createHash } from 'node:crypto'
import { controlVersion } from '../control-version.server.ts'
import { platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import { flags } from './registry.ts'
import type { FlagName, FlagScope } from './registry.ts'

/** How a company comes to have a flag, or not to have it. */
export type FlagState = { isOn: boolean; because: FlagScope | 'default' }

type Override = { flag: string; scope: FlagScope; subject: string; value: number }
type Overrides = Map<string, number>

const kept = new WeakMap<PlatformDb, { version: number; overrides: Overrides }>()

/**
 * Whether a company has a flag. The closest word counts: what was said about the company itself,
 * then about its plan, then the share of companies, then about everybody, then the default.
 */
export function readFlag(
  platform: PlatformDb,
  company: { id: string; plan?: string },
  flag: FlagName,
): FlagState {
  const overrides = readOverrides(platform)
  const said = (scope: FlagScope, subject = '') => overrides.get(`${flag} ${scope} ${subject}`)
  const own = said('company', company.id)
  if (own !== undefined) return { isOn: own === 1, because: 'company' }
  const ofPlan = said('plan', company.plan ?? planOf(platform, company.id))
  if (ofPlan !== undefined) return { isOn: ofPlan === 1, because: 'plan' }
  const share = said('percentage')
  if (share !== undefined) return { isOn: placeOf(flag, company.id) < share, because: 'percentage' }
  const all = said('global')
  if (all !== undefined) return { isOn: all === 1, because: 'global' }
  return { isOn: flags[flag].isOn, because: 'default' }
}

/**
 * Where a company stands among a hundred, for one flag: always the same, and another for every
 * flag, so that it is not always the same companies that try things first.
 *
 * @returns 0 to 99
 */
export function placeOf(flag: string, tenantId: string): number {
  return createHash('sha256').update(`${flag}\n${tenantId}`).digest().readUInt32BE() % 100
}

/** Kept in memory until anything of it changes, in whichever process. */
function readOverrides(platform: PlatformDb): Overrides {
  const version = controlVersion(platform)
  const known = kept.get(platform)
  if (known?.version === version) return known.overrides
  const rows = platformSqliteOf(platform)
    .prepare<[], Override>('select flag, scope, subject, value from flag_overrides')
    .all()
  const overrides = new Map(
    rows.map(({ flag, scope, subject, value }) => [`${flag} ${scope} ${subject}`, value]),
  )
  kept.set(platform, { version, overrides })
  return overrides
}

function planOf(platform: PlatformDb, tenantId: string): string {
  const row = platformSqliteOf(platform)
    .prepare<[string], { plan: string }>('select plan from tenants where id = ?')
    .get(tenantId)
  return row?.plan ?? ''
}
