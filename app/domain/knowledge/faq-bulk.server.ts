import { inArray } from 'drizzle-orm'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { deleteFaq, teach } from './faqs.server.ts'
import { noteKnowledgeChange } from './follow-up.server.ts'
import { faqs } from './schema.server.ts'

export type FaqChange =
  { kind: 'delete' } | { kind: 'use'; isActive: boolean } | { kind: 'category'; category: string }

/** Does the same to several questions. @returns how many there were */
export function changeFaqs(db: TenantDb, ids: number[], change: FaqChange): number {
  return inTransaction(db, () => {
    if (change.kind === 'delete') return ids.filter((id) => deleteFaq(db, id)).length
    const updatedAt = Date.now()
    const values =
      change.kind === 'use'
        ? { isActive: change.isActive ? 1 : 0, updatedAt }
        : { category: change.category, updatedAt }
    const { changes } = db.update(faqs).set(values).where(inArray(faqs.id, ids)).run()
    if (change.kind === 'use') for (const id of ids) teach(db, id)
    noteKnowledgeChange(db)
    return changes
  })
}
