import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { saveCanned } from '#app/domain/canned-responses/save.server.ts'
import { contacts } from '#app/domain/contacts/schema.server.ts'
import { setTag } from '#app/domain/conversations/labels.server.ts'
import { addNote } from '#app/domain/conversations/notes.server.ts'
import { conversations } from '#app/domain/conversations/schema.server.ts'
import { labelColors } from '#app/domain/labels/colors.ts'
import { addTag } from '#app/domain/labels/tags.server.ts'
import { macroStep } from '#app/domain/macros/macro.ts'
import type { MacroStep } from '#app/domain/macros/macro.ts'
import { saveMacro } from '#app/domain/macros/save.server.ts'
import { findMemberByEmail, toActor } from '#app/domain/members/find.server.ts'
import { members } from '#app/domain/members/schema.server.ts'
import { addTask } from '#app/domain/tasks/add.server.ts'
import { addDepartment } from '#app/domain/team/departments.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { readDemoFile } from './story.ts'

const HOUR_MS = 3_600_000

const namedStep = z.union([
  z.object({ kind: z.literal('add_tag'), tag: z.string() }),
  z.object({ kind: z.literal('assign'), department: z.string() }),
  macroStep,
])

/** Customers are named by phone, colleagues by e-mail address. */
const workday = z.object({
  departments: z.array(z.object({ name: z.string(), people: z.array(z.string()) })),
  tags: z.array(
    z.object({ name: z.string(), color: z.enum(labelColors), on: z.array(z.string()) }),
  ),
  readyAnswers: z.array(
    z.object({
      ...{ shortcut: z.string(), title: z.string(), text: z.string() },
      department: z.string().nullable(),
    }),
  ),
  macros: z.array(z.object({ name: z.string(), steps: z.array(namedStep) })),
  notes: z.array(z.object({ on: z.string(), by: z.string(), text: z.string() })),
  tasks: z.array(
    z.object({
      ...{ by: z.string(), title: z.string(), inHours: z.number() },
      on: z.string().optional(),
    }),
  ),
})

type Workday = z.infer<typeof workday>
type Ids = Map<string, number>
type Person = ReturnType<typeof findPerson>

/** What a team has around its conversations: tags, ready answers, macros, notes and tasks. */
export function addWorkday(
  db: TenantDb,
  { slug, ownerEmail }: { slug: string; ownerEmail: string },
): void {
  const day = workday.parse(JSON.parse(readDemoFile(slug, 'workday.json').toString('utf8')))
  const owner = findPerson(db, ownerEmail)
  const departmentIds = addDepartments(db, owner, day)
  const tagIds = addTags(db, owner, day)
  for (const { department, ...answer } of day.readyAnswers) {
    const departmentId = department === null ? null : idOf(departmentIds, department)
    made(saveCanned(db, owner, { ...answer, departmentId, fileIds: [], removedFileIds: [] }))
  }
  for (const { name, steps } of day.macros) {
    const known = steps.map((step) => toStep(step, { departmentIds, tagIds }))
    made(saveMacro(db, owner, { name, steps: known, scope: { kind: 'company' } }))
  }
  for (const { on, by, text } of day.notes)
    made(addNote(db, findPerson(db, by), conversationWith(db, on), text))
  addTasks(db, day)
}

function addDepartments(db: TenantDb, owner: Person, { departments }: Workday): Ids {
  const ids: Ids = new Map()
  for (const { name, people } of departments) {
    const departmentId = made(addDepartment(db, owner, name)).id
    ids.set(name, departmentId)
    for (const email of people)
      db.update(members).set({ departmentId }).where(eq(members.email, email)).run()
  }
  return ids
}

function addTags(db: TenantDb, owner: Person, { tags }: Workday): Ids {
  const ids: Ids = new Map()
  for (const { name, color, on } of tags) {
    const tagId = made(addTag(db, owner, { name, color })).id
    ids.set(name, tagId)
    for (const phone of on)
      made(setTag(db, owner, { conversationId: conversationWith(db, phone), tagId, isOn: true }))
  }
  return ids
}

function addTasks(db: TenantDb, { tasks }: Workday): void {
  for (const { by, title, inHours, on } of tasks) {
    const conversationId = on === undefined ? null : conversationWith(db, on)
    const dueAt = Date.now() + inHours * HOUR_MS
    made(addTask(db, findPerson(db, by), { kind: 'follow_up', title, dueAt, conversationId }))
  }
}

function toStep(
  step: z.infer<typeof namedStep>,
  { departmentIds, tagIds }: { departmentIds: Ids; tagIds: Ids },
): MacroStep {
  if ('tag' in step) return { kind: 'add_tag', tagId: idOf(tagIds, step.tag) }
  if ('department' in step) {
    const to = { kind: 'department' as const, id: idOf(departmentIds, step.department) }
    return { kind: 'assign', to }
  }
  return step
}

function findPerson(db: TenantDb, email: string) {
  const member = findMemberByEmail(db, email)
  if (!member) throw new Error(`The workday names an unknown member: ${email}`)
  return { ...toActor(member), name: member.name }
}

function conversationWith(db: TenantDb, phone: string): number {
  const row = db
    .select({ id: conversations.id })
    .from(conversations)
    .innerJoin(contacts, eq(contacts.id, conversations.contactId))
    .where(eq(contacts.phone, phone))
    .get()
  if (!row) throw new Error(`The workday names an unknown customer: ${phone}`)
  return row.id
}

function idOf(ids: Ids, name: string): number {
  const id = ids.get(name)
  if (id === undefined) throw new Error(`The workday names something unknown: ${name}`)
  return id
}

function made<Result extends { ok: boolean }>(result: Result): Extract<Result, { ok: true }> {
  if (!result.ok) throw new Error(`The workday was refused: ${JSON.stringify(result)}`)
  return result as Extract<Result, { ok: true }>
}
