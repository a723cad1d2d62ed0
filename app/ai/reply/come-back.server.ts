import { detectLanguage } from '#app/ai/builtin/language.ts'
import { comeBack } from '#app/domain/answers/come-back.server.ts'
import { findThread } from '#app/domain/answers/thread.server.ts'
import type { Thread } from '#app/domain/answers/thread.server.ts'
import { getCompany } from '#app/domain/company/queries.server.ts'
import type { Company } from '#app/domain/company/queries.server.ts'
import { translator } from '#app/i18n/catalogue.server.ts'
import type { JobPayload } from '#app/jobs/registry.ts'
import type { JobContext } from '#app/jobs/run-job.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { toTurnText } from './question.ts'

/** Job ai.return: no person has come in the time the company gave them. */
export function comeBackIfAlone(
  db: TenantDb,
  { conversationId, since }: JobPayload<'ai.return'>,
  job: JobContext,
): void {
  job.complete(() => {
    const thread = findThread(db, conversationId)
    const company = getCompany(db)
    if (!thread || !isStillWaiting(thread, company, since)) return
    const said = toTurnText(
      [...thread.earlier, ...thread.turn].filter((message) => message.isInbound),
    )
    const language = detectLanguage(said, thread.contact.language ?? company.language)
    const text = translator(language)('ai.cameBack')
    comeBack(db, { conversationId, text, now: Date.now() })
  })
}

/** Whether nobody has come since a person was asked for, so that the assistant may be back. */
function isStillWaiting(thread: Thread, { aiEnabled }: Company, since: number): boolean {
  const { aiState, needsPersonAt, status } = thread.conversation
  if (!aiEnabled || status === 'closed' || thread.contact.blockedAt !== null) return false
  return aiState === 'paused' && needsPersonAt === since
}
