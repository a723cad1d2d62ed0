import { saveCompanyColumns } from '#app/domain/company/settings.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { Voice } from './voice.ts'

export type NamedVoice = Voice & { agentName: string; tone: string }

/** How the assistant speaks from its next answer on. */
export function saveVoice(
  db: TenantDb,
  saver: { id: number; name: string },
  voice: NamedVoice,
): void {
  saveCompanyColumns(db, saver, 'company.voice_changed', toVoiceColumns(voice))
}

/** The columns of the company that hold a voice. */
export function toVoiceColumns({ agentName, tone, ...voice }: NamedVoice) {
  return { aiAgentName: agentName, aiTone: tone, aiVoiceJson: JSON.stringify(voice) }
}
