import { eq } from 'drizzle-orm'
import {
  assignments,
  memberPresence,
  memberSkills,
  skills,
} from '#app/domain/assignment/schema.server.ts'
import { company as companies, holidays } from '#app/domain/company/schema.server.ts'
import { members } from '#app/domain/members/schema.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { DemoCompany } from './story.ts'

/** How the demo company shares its work: strategy, who knows what, who holds how much, who is there. */
export function formTeam(db: TenantDb, { team }: DemoCompany): void {
  if (!team) return
  const now = Date.now()
  db.update(companies)
    .set({ assignmentStrategy: team.strategy, outOfHoursMessage: team.outOfHoursMessage })
    .where(eq(companies.id, 1))
    .run()
  for (const holiday of team.holidays) db.insert(holidays).values(holiday).run()
  for (const { email, title, capacity, presence } of team.people) {
    const memberId = idOf(db, email)
    db.update(members)
      .set({ title, ...(capacity !== undefined && { capacity }) })
      .where(eq(members.id, memberId))
      .run()
    if (presence)
      db.insert(memberPresence)
        .values({ memberId, chosen: presence, lastActiveAt: now, updatedAt: now })
        .run()
  }
  for (const { name, words, people } of team.skills) {
    const { id: skillId } = db
      .insert(skills)
      .values({ name, words: words.join('\n'), createdAt: now })
      .returning({ id: skills.id })
      .get()
    for (const email of people)
      db.insert(memberSkills)
        .values({ memberId: idOf(db, email), skillId })
        .run()
  }
}

/** The history of a conversation that a story begins with an owner. */
export function tellAssignment(
  db: TenantDb,
  { conversationId, memberId, at }: { conversationId: number; memberId: number; at: number },
): void {
  db.insert(assignments)
    .values({ conversationId, toMemberId: memberId, byKind: 'member', byMemberId: 1, at })
    .run()
}

function idOf(db: TenantDb, email: string): number {
  const row = db.select({ id: members.id }).from(members).where(eq(members.email, email)).get()
  if (!row) throw new Error(`The team names an unknown member: ${email}`)
  return row.id
}
