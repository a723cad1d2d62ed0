import { rollReportsLater } from '#app/domain/analytics/roll.server.ts'
import { eq } from 'drizzle-orm'
import { queueOwnerless } from '#app/domain/assignment/arrival.server.ts'
import { drainQueue } from '#app/domain/assignment/queue.server.ts'
import { recordAudit } from '#app/domain/audit/record.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { toHoursJson } from './hours.ts'
import type { BusinessHours } from './hours.ts'
import { getCompany } from './queries.server.ts'
import type { Company } from './queries.server.ts'
import { company } from './schema.server.ts'

/** Who saves: the member's id and name, as the audit log keeps them. */
export type Saver = { id: number; name: string }

export type CompanyProfile = Pick<
  Company,
  | 'name'
  | 'description'
  | 'phone'
  | 'email'
  | 'website'
  | 'address'
  | 'timeZone'
  | 'currency'
  | 'language'
>

export type AssistantSettings = {
  isOn: boolean
  /** 0..1: below it the assistant hands over */
  threshold: number
  /** US cents a month; null is no limit */
  monthlyBudgetCents: number | null
  /** after which it comes back where no person answered; null never; left out it stays as it is */
  returnMinutes?: number | null
  agentName: string
  tone: AssistantTone
  instructions: string
}

export const assistantTones = ['friendly', 'professional', 'casual', 'formal'] as const
export type AssistantTone = (typeof assistantTones)[number]

/** Longer values stay out of the audit log; that they changed is noted. */
const AUDITED_CHARACTERS_MAX = 200

/** Name, how to reach the company, zone, currency and language. */
export function saveProfile(db: TenantDb, saver: Saver, profile: CompanyProfile): void {
  inTransaction(db, () => {
    saveCompanyColumns(db, saver, 'company.profile_changed', profile)
    // Days begin elsewhere in another zone, and another currency sums other sales.
    rollReportsLater(db, Date.now())
  })
}

/**
 * Colour and logo.
 *
 * @param look.accentColor `#rrggbb`, checked
 * @param look.logoFileId null takes the logo away, left out keeps it
 * @returns the file that was the logo before and is no longer, for removing it
 */
export function saveLook(
  db: TenantDb,
  saver: Saver,
  look: { accentColor: string; logoFileId?: number | null },
): number | null {
  const { accentColor, logoFileId } = look
  const before = getCompany(db).logoFileId
  saveCompanyColumns(db, saver, 'company.look_changed', {
    accentColor,
    ...(logoFileId !== undefined && { logoFileId }),
  })
  return logoFileId === undefined || logoFileId === before ? null : before
}

export function saveHours(db: TenantDb, saver: Saver, hours: BusinessHours): void {
  inTransaction(db, () => {
    saveCompanyColumns(db, saver, 'company.hours_changed', { hoursJson: toHoursJson(hours) })
    drainQueue(db)
  })
}

/** How the assistant answers and what it may cost. */
export function saveAssistant(db: TenantDb, saver: Saver, settings: AssistantSettings): void {
  inTransaction(db, () => {
    saveCompanyColumns(db, saver, 'company.assistant_changed', {
      aiEnabled: settings.isOn ? 1 : 0,
      aiThreshold: settings.threshold,
      aiMonthlyBudgetCents: settings.monthlyBudgetCents,
      ...(settings.returnMinutes !== undefined && { aiReturnMinutes: settings.returnMinutes }),
      aiAgentName: settings.agentName,
      aiTone: settings.tone,
      aiInstructions: settings.instructions,
    })
    queueOwnerless(db)
  })
}

/** What agents reach beyond the conversations assigned to them; see conversations/reach. */
export function saveVisibility(
  db: TenantDb,
  saver: Saver,
  visibility: { earlier: boolean; unassigned: boolean },
): void {
  saveCompanyColumns(db, saver, 'company.visibility_changed', {
    agentsSeeEarlier: visibility.earlier ? 1 : 0,
    agentsSeeUnassigned: visibility.unassigned ? 1 : 0,
  })
}

/** @param hours silence after which a conversation is closed by rule; null never */
export function saveIdleRule(db: TenantDb, saver: Saver, hours: number | null): void {
  saveCompanyColumns(db, saver, 'company.idle_rule_changed', { idleCloseHours: hours })
}

/** Whether pages that messages link to are looked at, and what they say is shown. */
export function saveLinkPreviews(db: TenantDb, saver: Saver, isOn: boolean): void {
  saveCompanyColumns(db, saver, 'company.link_previews_changed', { linkPreviews: isOn ? 1 : 0 })
}

/** Whether the platform's support may change settings and knowledge while it visits. */
export function saveSupportAccess(db: TenantDb, saver: Saver, mayChange: boolean): void {
  saveCompanyColumns(db, saver, 'company.support_access_changed', {
    supportMayChange: mayChange ? 1 : 0,
  })
}

/** Writes what differs, with an audit entry of what it was and is; nothing when nothing differs. */
export function saveCompanyColumns(
  db: TenantDb,
  saver: Saver,
  action: string,
  next: Partial<Company>,
): void {
  inTransaction(db, () => {
    const before = getCompany(db)
    const names = Object.keys(next) as (keyof Company)[]
    const changed = names.filter((name) => before[name] !== next[name])
    if (changed.length === 0) return
    db.update(company)
      .set({ ...next, updatedAt: Date.now() })
      .where(eq(company.id, 1))
      .run()
    const details = Object.fromEntries(
      changed.map((name) => [name, { from: brief(before[name]), to: brief(next[name]) }]),
    )
    const actor = { kind: 'member', id: saver.id, name: saver.name } as const
    recordAudit(db, actor, { action, subjectKind: 'company', subjectId: 1, details })
  })
}

function brief(value: unknown): unknown {
  if (typeof value !== 'string' || value.length <= AUDITED_CHARACTERS_MAX) return value
  return `${value.slice(0, AUDITED_CHARACTERS_MAX)}…`
}
