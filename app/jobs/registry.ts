import { z } from 'zod'

const id = z.number().int().positive()

/** What a company's owners are written to about their subscription. */
export const billingNotices = [
  ...(['trial_ending', 'invoice_issued', 'payment_failed', 'overdue'] as const),
  ...(['suspended', 'reactivated', 'usage_near', 'usage_full'] as const),
  ...(['credit_note', 'refunded', 'payment_received'] as const),
] as const
export type BillingNotice = (typeof billingNotices)[number]

/**
 * Jobs that wait for different things run side by side: what comes in must show within a second
 * and what people send must leave, even while a vendor keeps every answer waiting.
 */
export const jobLanes = ['intake', 'delivery', 'slow'] as const

export type JobLane = (typeof jobLanes)[number]

type JobRules = { payload: z.ZodType; maxAttempts: number; lane: JobLane }

/**
 * Every kind of job a company's file may hold, with what its payload must be, how often it is
 * tried and which lane it runs in. The handlers are attached in server/jobs, the composition root.
 */
export const jobKinds = {
  /** every stored event from this one on that was not read yet; one job per company at a time */
  'inbound.collect': { payload: z.object({ fromEventId: id }), lane: 'intake', maxAttempts: 8 },
  /** one event that could not be read with the others */
  'inbound.process': { payload: z.object({ eventId: id }), lane: 'intake', maxAttempts: 8 },
  'media.fetch': {
    payload: z.object({ messageId: id, position: z.number().int() }),
    lane: 'slow',
    maxAttempts: 6,
  },
  'ai.answer': { payload: z.object({ conversationId: id }), lane: 'slow', maxAttempts: 3 },
  'ai.return': {
    /** `since`: when a person was asked for, UTC ms */
    payload: z.object({ conversationId: id, since: id }),
    lane: 'slow',
    maxAttempts: 5,
  },
  'leads.read': {
    payload: z.object({ leadId: id, conversationId: id }),
    lane: 'slow',
    maxAttempts: 3,
  },
  'message.send': { payload: z.object({ messageId: id }), lane: 'delivery', maxAttempts: 6 },
  'scheduled.send': { payload: z.object({ scheduledId: id }), lane: 'delivery', maxAttempts: 8 },
  'message.react': {
    /** `before`: the reaction that stood there until then */
    payload: z.object({ messageId: id, before: z.string().nullable() }),
    lane: 'delivery',
    maxAttempts: 4,
  },
  'message.edit': {
    payload: z.object({ messageId: id, editId: id }),
    lane: 'delivery',
    maxAttempts: 4,
  },
  'message.remove': { payload: z.object({ messageId: id }), lane: 'delivery', maxAttempts: 4 },
  'message.settle': {
    payload: z.object({ messageId: id, attempt: id }),
    lane: 'delivery',
    maxAttempts: 3,
  },
  'message.mark_read': { payload: z.object({ messageId: id }), lane: 'delivery', maxAttempts: 2 },
  'templates.sync': { payload: z.object({ endpointId: id }), lane: 'slow', maxAttempts: 4 },
  'template.submit': { payload: z.object({ templateId: id }), lane: 'slow', maxAttempts: 5 },
  'template.delete': { payload: z.object({ templateId: id }), lane: 'slow', maxAttempts: 5 },
  'endpoint.check': {
    payload: z.object({ endpointId: id, isNew: z.boolean().optional() }),
    lane: 'slow',
    maxAttempts: 4,
  },
  'document.read': {
    payload: z.object({ documentId: id, version: id }),
    lane: 'slow',
    maxAttempts: 4,
  },
  'website.read': {
    payload: z.object({ websiteId: id, run: id }),
    lane: 'slow',
    maxAttempts: 8,
  },
  'knowledge.embed': { payload: z.object({}), lane: 'slow', maxAttempts: 5 },
  'knowledge.check': { payload: z.object({}), lane: 'slow', maxAttempts: 3 },
  'mail.send': {
    payload: z.object({
      template: z.string(),
      to: z.string(),
      language: z.string(),
      values: z.record(z.string(), z.string()),
    }),
    lane: 'slow',
    maxAttempts: 8,
  },
  'push.send': {
    payload: z.object({ notificationId: id, subscriptionId: id }),
    lane: 'slow',
    maxAttempts: 5,
  },
  'notification.mail': {
    payload: z.object({ notificationId: id }),
    lane: 'slow',
    maxAttempts: 5,
  },
  'digest.send': {
    payload: z.object({ memberId: id, day: z.string() }),
    lane: 'slow',
    maxAttempts: 5,
  },
  'csat.send': { payload: z.object({ surveyId: id }), lane: 'slow', maxAttempts: 5 },
  'sla.check': { payload: z.object({ clockId: id }), lane: 'slow', maxAttempts: 5 },
  'company.find': {
    payload: z.object({ email: z.string(), appOrigin: z.string() }),
    lane: 'slow',
    maxAttempts: 3,
  },
  'queue.drain': { payload: z.object({}), lane: 'intake', maxAttempts: 4 },
  'conversation.wake': {
    payload: z.object({ conversationId: id, until: z.number().int() }),
    lane: 'intake',
    maxAttempts: 8,
  },
  'task.remind': {
    payload: z.object({ taskId: id, dueAt: z.number().int() }),
    lane: 'intake',
    maxAttempts: 8,
  },
  'conversations.close_idle': { payload: z.object({}), lane: 'slow', maxAttempts: 4 },
  'conversations.purge': { payload: z.object({}), lane: 'slow', maxAttempts: 4 },
  'reports.roll': { payload: z.object({}), lane: 'slow', maxAttempts: 3 },
  'contacts.import': { payload: z.object({ importId: id }), lane: 'slow', maxAttempts: 8 },
  'contacts.retention': { payload: z.object({}), lane: 'slow', maxAttempts: 4 },
  'link.preview': {
    payload: z.object({ url: z.string().max(2_000) }),
    lane: 'slow',
    maxAttempts: 3,
  },
  'mpesa.push': { payload: z.object({ paymentId: id }), lane: 'delivery', maxAttempts: 4 },
  'mpesa.query': { payload: z.object({ paymentId: id }), lane: 'slow', maxAttempts: 12 },
  'card.look': {
    /** `vendorId`: what an event was about, where the payment does not know it yet */
    payload: z.object({ paymentId: id, vendorId: z.string().optional() }),
    lane: 'slow',
    maxAttempts: 12,
  },
  'card.keep': {
    payload: z.object({
      ...{ tenantId: z.string(), since: z.number().int() },
      ...{ sessionId: z.string().optional(), paymentMethodId: z.string().optional() },
    }),
    lane: 'slow',
    maxAttempts: 8,
  },
  'card.charge': {
    payload: z.object({ invoiceId: id, attempt: z.number().int().nonnegative() }),
    lane: 'delivery',
    maxAttempts: 8,
  },
  'card.refund': { payload: z.object({ paymentId: id }), lane: 'delivery', maxAttempts: 8 },
  'subscription.advance': {
    payload: z.object({ tenantId: z.string() }),
    lane: 'slow',
    maxAttempts: 8,
  },
  'industry.spread': {
    payload: z.object({ industry: z.string(), after: z.string(), at: z.number().int() }),
    lane: 'slow',
    maxAttempts: 6,
  },
  'prospect.remind': {
    payload: z.object({ prospectId: id, at: z.number().int() }),
    lane: 'slow',
    maxAttempts: 5,
  },
  'onboarding.remind': {
    payload: z.object({ sessionId: id, at: z.number().int() }),
    lane: 'slow',
    maxAttempts: 5,
  },
  'demo.fill': { payload: z.object({ tenantId: z.string() }), lane: 'slow', maxAttempts: 5 },
  'demo.expire': {
    payload: z.object({ tenantId: z.string(), expiresAt: z.number().int() }),
    lane: 'slow',
    maxAttempts: 8,
  },
  'tenant.export': { payload: z.object({ tenantId: z.string() }), lane: 'slow', maxAttempts: 5 },
  'tenant.erase': {
    payload: z.object({ tenantId: z.string(), deletesAt: z.number().int() }),
    lane: 'slow',
    maxAttempts: 8,
  },
  /** `owner`: a company's id, or `platform` */
  'backup.take': { payload: z.object({ owner: z.string() }), lane: 'slow', maxAttempts: 4 },
  'backup.verify': { payload: z.object({}), lane: 'slow', maxAttempts: 2 },
  'usage.roll': { payload: z.object({}), lane: 'slow', maxAttempts: 3 },
  'billing.notice': {
    payload: z.object({
      tenantId: z.string(),
      kind: z.enum(billingNotices),
      /** when the occasion was, UTC ms */
      at: z.number().int(),
      /** the invoice, the payment or the measure it is about */
      about: z.string().optional(),
    }),
    lane: 'slow',
    maxAttempts: 8,
  },
  'billing.whatsapp': { payload: z.object({ messageId: id }), lane: 'slow', maxAttempts: 6 },
  'alert.evaluate': { payload: z.object({}), lane: 'slow', maxAttempts: 2 },
  'alert.deliver': { payload: z.object({ deliveryId: id }), lane: 'slow', maxAttempts: 6 },
  'certificate.look': {
    payload: z.object({ since: z.number().int() }),
    lane: 'slow',
    maxAttempts: 3,
  },
  'isolation.audit': { payload: z.object({ runId: id }), lane: 'slow', maxAttempts: 6 },
  'file.prune': { payload: z.object({}), lane: 'slow', maxAttempts: 2 },
} as const satisfies Record<string, JobRules>

export type JobKind = keyof typeof jobKinds
export type JobPayload<K extends JobKind> = z.infer<(typeof jobKinds)[K]['payload']>

/** The kinds that run in a lane. */
export function kindsOf(lane: JobLane): JobKind[] {
  return (Object.keys(jobKinds) as JobKind[]).filter((kind) => jobKinds[kind].lane === lane)
}
