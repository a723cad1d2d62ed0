import { drainQueue } from '#app/domain/assignment/queue.server.ts'
import { rollReports } from '#app/domain/analytics/roll.server.ts'
import { runImport } from '#app/domain/contact-imports/run-import.server.ts'
import { lookUpLink } from '#app/domain/link-previews/look-up.server.ts'
import { keepRetention } from '#app/domain/privacy/retention.server.ts'
import { remindOfTask } from '#app/domain/tasks/remind.server.ts'
import type { JobHandlers } from '#app/jobs/run-job.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { rollUsage } from './billing/roll-usage.server.ts'
import { roomFor } from './billing/room.server.ts'
import { careJobs } from './care-jobs.server.ts'
import { channelJobs } from './channels.server.ts'
import { composingJobs } from './composing.server.ts'
import { conversationJobs } from './conversation-jobs.server.ts'
import { companyMailHandler } from './mail-jobs.server.ts'
import { notificationJobs } from './notification-jobs.server.ts'
import { knowledgeJobs } from './knowledge-jobs.server.ts'
import type { Runtime } from './runtime.server.ts'
import type { Services } from './services.ts'

/** The table of job name → handler. Only the composition root knows both sides. */
export function tenantJobHandlers(runtime: Runtime, services: Services): JobHandlers<TenantDb> {
  return {
    ...channelJobs(services.channels),
    ...composingJobs(),
    ...notificationJobs(runtime, services.push),
    ...conversationJobs(),
    ...careJobs(runtime),
    ...knowledgeJobs(services.fetchPublic),
    'ai.answer': services.ai.answer,
    'ai.return': services.ai.comeBack,
    'leads.read': services.ai.readLead,
    'contacts.import': (db, payload) =>
      runImport(db, payload, (store) => roomFor(runtime, store, 'contacts')),
    'contacts.retention': (db) => keepRetention(db),
    'knowledge.embed': services.ai.embed,
    'knowledge.check': services.ai.checkKnowledge,
    'mail.send': companyMailHandler(
      services.sendMail,
      (tenantId) => typeof runtime.directory.findById(tenantId)?.demoExpiresAt === 'number',
    ),
    'reports.roll': async (db) => {
      await rollReports(db)
    },
    'usage.roll': (db) => rollUsage(runtime, db),
    'link.preview': (db, payload, job) => lookUpLink(db, payload, job, services.fetchPublic),
    'task.remind': (db, payload) => remindOfTask(db, payload),
    'queue.drain': (db) => void drainQueue(db),
  }
}
