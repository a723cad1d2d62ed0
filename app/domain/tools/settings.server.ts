import { z } from 'zod'
import { saveCompanyColumns } from '#app/domain/company/settings.server.ts'
import type { Saver } from '#app/domain/company/settings.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { DAILY_MAX_LIMIT, toolDefaults, toolNames } from './kinds.ts'
import type { ToolSettings } from './kinds.ts'

const setting = z.object({ isOn: z.boolean(), dailyMax: z.int().min(1).max(DAILY_MAX_LIMIT) })
const stored = z.partialRecord(z.enum(toolNames), setting)

/** What the assistant may do in a company; the standard for every tool that was never set. */
export function toolSettingsOf(json: string | null | undefined): ToolSettings {
  try {
    return { ...toolDefaults, ...stored.parse(json ? JSON.parse(json) : {}) }
  } catch {
    return toolDefaults
  }
}

/** What the assistant may do from its next answer on. */
export function saveTools(db: TenantDb, saver: Saver, settings: ToolSettings): void {
  const ordered = Object.fromEntries(toolNames.map((name) => [name, settings[name]]))
  const aiToolsJson = JSON.stringify(ordered)
  saveCompanyColumns(db, saver, 'company.assistant_tools_changed', { aiToolsJson })
}
