import { asc, eq } from 'drizzle-orm'
import { recordChange } from '#app/domain/changes/record.server.ts'
import { company } from '#app/domain/company/schema.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { guidelines, sampleConversations } from './schema.server.ts'
import type { Teaching } from './teaching.ts'
import { readTurns } from './turns.ts'

/** So much of each kind goes into every prompt; what was written first comes first. */
const GUIDELINE_CHARACTERS_MAX = 3_000
const SAMPLE_CHARACTERS_MAX = 4_000

/**
 * Writes what guidelines and samples in use say beside the company's settings, where every
 * answer reads them without another query. Call it in the transaction that changes one.
 */
export function writeTeaching(db: TenantDb): void {
  const lines = db
    .select({ kind: guidelines.kind, text: guidelines.text })
    .from(guidelines)
    .where(eq(guidelines.isActive, 1))
    .orderBy(asc(guidelines.id))
    .all()
  const samples = db
    .select({ turnsJson: sampleConversations.turnsJson })
    .from(sampleConversations)
    .where(eq(sampleConversations.isActive, 1))
    .orderBy(asc(sampleConversations.id))
    .all()
  const taught: Teaching = {
    dos: within(GUIDELINE_CHARACTERS_MAX, textsOf(lines, 'do')),
    donts: within(GUIDELINE_CHARACTERS_MAX, textsOf(lines, 'dont')),
    samples: within(SAMPLE_CHARACTERS_MAX, samples.map(toSample)),
  }
  db.update(company)
    .set({ aiTeachingJson: JSON.stringify(taught) })
    .run()
  recordChange(db, 'knowledge.changed')
}

function textsOf(lines: { kind: 'do' | 'dont'; text: string }[], kind: 'do' | 'dont'): string[] {
  return lines.filter((line) => line.kind === kind).map(({ text }) => text)
}

function toSample({ turnsJson }: { turnsJson: string }): string {
  const names = { customer: 'Customer', company: 'Company' }
  return readTurns(turnsJson)
    .map(({ by, text }) => `${names[by]}: ${text.replace(/\s+/g, ' ')}`)
    .join('\n')
}

/** What does not fit whole is left out: half a rule may say the opposite. */
function within(charactersMax: number, texts: string[]): string[] {
  let left = charactersMax
  return texts.filter((text) => {
    if (text.length > left) return false
    left -= text.length
    return true
  })
}
