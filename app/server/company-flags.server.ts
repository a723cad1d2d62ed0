import type { PlatformDb } from '#app/platform/db.server.ts'
import { readFlag } from '#app/platform/flags/read.server.ts'
import type { FlagName } from '#app/platform/flags/registry.ts'

/** The flags of one company; each is looked up when it is asked for. */
export type CompanyFlags = { has: (flag: FlagName) => boolean }

export function createCompanyFlags(platform: PlatformDb, tenantId: string): CompanyFlags {
  return { has: (flag) => readFlag(platform, { id: tenantId }, flag).isOn }
}
