import { asc, eq, sql } from 'drizzle-orm'
import { recordAudit } from '#app/domain/audit/record.server.ts'
import type { Saver } from '#app/domain/company/settings.server.ts'
import { members } from '#app/domain/members/schema.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { parseWords } from './needed-skills.ts'
import { memberSkills, skills } from './schema.server.ts'

const SKILLS_MAX = 100

export type Skill = {
  id: number
  name: string
  words: string[]
  /** what a conversation may be about to ask for it */
  inquiryTypes: string[]
  /** an unhappy customer asks for it */
  forUnhappy: boolean
  memberIds: number[]
}
export type SkillFields = {
  name: string
  words: string
  inquiryTypes?: readonly string[]
  forUnhappy?: boolean
  memberIds: readonly number[]
}
export type SaveSkillResult =
  { ok: true; id: number } | { ok: false; reason: 'name_taken' | 'too_many' | 'not_found' }

/** All skills by name, with their words and who has them. */
export function listSkills(db: TenantDb): Skill[] {
  const held = db.select().from(memberSkills).all()
  return db
    .select()
    .from(skills)
    .orderBy(asc(sql`${skills.name} collate nocase`), asc(skills.id))
    .all()
    .map(({ id, name, words, inquiryTypes, forUnhappy }) => ({
      ...{ id, name, words: parseWords(words), inquiryTypes: parseWords(inquiryTypes) },
      forUnhappy: forUnhappy === 1,
      memberIds: held.filter((row) => row.skillId === id).map((row) => row.memberId),
    }))
}

export function findSkill(db: TenantDb, id: number): Skill | undefined {
  return listSkills(db).find((skill) => skill.id === id)
}

export function addSkill(db: TenantDb, saver: Saver, fields: SkillFields): SaveSkillResult {
  return inTransaction(db, () => {
    const all = listSkills(db)
    if (isTaken(all, fields.name)) return { ok: false, reason: 'name_taken' }
    if (all.length >= SKILLS_MAX) return { ok: false, reason: 'too_many' }
    const { name } = fields
    const { id } = db
      .insert(skills)
      .values({ ...toColumns(fields), createdAt: Date.now() })
      .returning({ id: skills.id })
      .get()
    writeHolders(db, id, fields.memberIds)
    note(db, saver, { action: 'skill.added', id, details: { name } })
    return { ok: true, id }
  })
}

/** Name, words and holders, replaced together. */
export function saveSkill(
  db: TenantDb,
  saver: Saver,
  { id, ...fields }: SkillFields & { id: number },
): SaveSkillResult {
  return inTransaction(db, () => {
    const all = listSkills(db)
    if (!all.some((skill) => skill.id === id)) return { ok: false, reason: 'not_found' }
    const others = all.filter((skill) => skill.id !== id)
    if (isTaken(others, fields.name)) return { ok: false, reason: 'name_taken' }
    const { name } = fields
    db.update(skills).set(toColumns(fields)).where(eq(skills.id, id)).run()
    writeHolders(db, id, fields.memberIds)
    note(db, saver, { action: 'skill.changed', id, details: { name } })
    return { ok: true, id }
  })
}

/** @returns false when there was none */
export function deleteSkill(db: TenantDb, saver: Saver, id: number): boolean {
  return inTransaction(db, () => {
    const gone = db.delete(skills).where(eq(skills.id, id)).returning().get()
    if (!gone) return false
    note(db, saver, { action: 'skill.deleted', id, details: { name: gone.name } })
    return true
  })
}

/** The skills of one member, replaced. */
export function setMemberSkills(
  db: TenantDb,
  saver: Saver,
  { memberId, skillIds }: { memberId: number; skillIds: readonly number[] },
): void {
  inTransaction(db, () => {
    db.delete(memberSkills).where(eq(memberSkills.memberId, memberId)).run()
    const known = new Set(listSkills(db).map((skill) => skill.id))
    for (const skillId of new Set(skillIds))
      if (known.has(skillId)) db.insert(memberSkills).values({ memberId, skillId }).run()
    const actor = { kind: 'member', id: saver.id, name: saver.name } as const
    const details = { skillIds: [...skillIds] }
    const action = 'member.skills_changed'
    recordAudit(db, actor, { action, subjectKind: 'member', subjectId: memberId, details })
  })
}

function isTaken(all: readonly Skill[], name: string): boolean {
  return all.some((skill) => skill.name.toLowerCase() === name.toLowerCase())
}

function toColumns({ name, words, inquiryTypes = [], forUnhappy }: SkillFields) {
  return {
    ...{ name, words: parseWords(words).join('\n') },
    ...{ inquiryTypes: inquiryTypes.join('\n'), forUnhappy: forUnhappy ? 1 : 0 },
  }
}

function writeHolders(db: TenantDb, skillId: number, memberIds: readonly number[]): void {
  db.delete(memberSkills).where(eq(memberSkills.skillId, skillId)).run()
  const known = db.select({ id: members.id }).from(members).all()
  for (const { id: memberId } of known)
    if (memberIds.includes(memberId)) db.insert(memberSkills).values({ memberId, skillId }).run()
}

function note(
  db: TenantDb,
  saver: Saver,
  entry: { action: string; id: number; details: Record<string, unknown> },
): void {
  const actor = { kind: 'member', id: saver.id, name: saver.name } as const
  const { action, id, details } = entry
  recordAudit(db, actor, { action, subjectKind: 'skill', subjectId: id, details })
}
