import { z } from 'zod'
import { toolSettingsOf } from '#app/domain/tools/settings.server.ts'
import { toolNames } from '#app/domain/tools/kinds.ts'
import type { Company } from '#app/domain/company/queries.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { tools } from './registry.server.ts'

/** A tool as the model's vendor takes it. */
export type OfferedTool = {
  name: string
  description: string
  input_schema: { type: 'object' } & Record<string, unknown>
}

/**
 * What the assistant of a company may call, always in the same order and words, so that the
 * vendor can cache it. How often it may be called is decided when it is.
 */
export function offerTools(db: TenantDb, company: Pick<Company, 'aiToolsJson'>): OfferedTool[] {
  const settings = toolSettingsOf(company.aiToolsJson)
  return toolNames
    .filter((name) => settings[name].isOn)
    .flatMap((name) => {
      const offer = tools[name].offer(db)
      if (!offer) return []
      const { $schema: _, ...schema } = z.toJSONSchema(offer.input)
      return [{ name, description: offer.description, input_schema: { ...schema, type: 'object' } }]
    })
}
