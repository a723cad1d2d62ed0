import { detectLanguage } from '#app/ai/builtin/language.ts'
import { comeBack, isStillWaiting } from '#app/domain/answers/come-back.server.ts'
import { findThread } from '#app/domain/answers/thread.server.ts'
import { getCompany } from '#app/domain/company/queries.server.ts'
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
    if (!thread || thread.contact.blockedAt !== null) return
    if (!isStillWaiting(db, { conversationId, since })) return
    const said = toTurnText(
      [...thread.earlier, ...thread.turn].filter((message) => message.isInbound),
    )
    const language = detectLanguage(said, thread.contact.language ?? getCompany(db).language)
    const text = translator(language)('ai.cameBack')
    comeBack(db, { conversationId, text, now: Date.now() })
  })
}
