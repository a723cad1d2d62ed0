import { z } from 'zod'

const id = z.number().int().positive()

/**
 * Every kind of job a company's file may hold, with what its payload must be and how often it
 * is tried. The handlers are attached in server/jobs, the composition root.
 */
export const jobKinds = {
  'inbound.process': { payload: z.object({ eventId: id }), maxAttempts: 8 },
  'media.fetch': {
    payload: z.object({ messageId: id, position: z.number().int() }),
    maxAttempts: 6,
  },
  'ai.answer': { payload: z.object({ conversationId: id }), maxAttempts: 3 },
  'message.send': { payload: z.object({ messageId: id }), maxAttempts: 6 },
  'message.settle': { payload: z.object({ messageId: id, attempt: id }), maxAttempts: 3 },
  'message.mark_read': { payload: z.object({ messageId: id }), maxAttempts: 2 },
  'templates.sync': { payload: z.object({ endpointId: id }), maxAttempts: 4 },
  'endpoint.check': {
    payload: z.object({ endpointId: id, isNew: z.boolean().optional() }),
    maxAttempts: 4,
  },
  'knowledge.embed': { payload: z.object({}), maxAttempts: 5 },
  'mail.send': {
    payload: z.object({
      template: z.string(),
      to: z.string(),
      language: z.string(),
      values: z.record(z.string(), z.string()),
    }),
    maxAttempts: 8,
  },
  'company.find': {
    payload: z.object({ email: z.string(), appOrigin: z.string() }),
    maxAttempts: 3,
  },
  'file.prune': { payload: z.object({}), maxAttempts: 2 },
} as const

export type JobKind = keyof typeof jobKinds
export type JobPayload<K extends JobKind> = z.infer<(typeof jobKinds)[K]['payload']>
