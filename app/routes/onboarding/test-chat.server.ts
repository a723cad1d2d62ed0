import {
  askAsVisitor,
  findTestEndpoint,
  listTestMessages,
} from '#app/channels/web-chat/test-visit.server.ts'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { noteEndpointChange } from '#app/domain/endpoints/note-change.server.ts'
import { guideOf } from '#app/industries/guides.ts'
import { refuseForm } from '#app/routes/read-form.server.ts'
import type { MemberContext } from '#app/routes/require.server.ts'
import type { FormResult } from '#app/ui/form-state.tsx'
import type { TestLine } from './test-chat.tsx'

const QUESTION_CHARACTERS_MAX = 500
/** An answer that is not there by then does not come. */
const PATIENCE_MS = 60_000

/** The test so far, and what stands in the way of an answer. */
export function readTest({ db }: Pick<MemberContext, 'db'>) {
  const endpointId = findTestEndpoint(db)
  const messages = endpointId === undefined ? [] : listTestMessages(db, endpointId)
  const company = getCompany(db)
  const last = messages.at(-1)
  const isAsked = last?.by === 'visitor' && last.at > Date.now() - PATIENCE_MS
  const problem =
    company.ownerVerifiedAt === null
      ? ('unverified' as const)
      : company.aiEnabled === 0
        ? ('off' as const)
        : undefined
  return {
    lines: messages.map(({ id, by, text }): TestLine => ({ id, by, text: text ?? '' })),
    isWaiting: isAsked && !problem,
    questions: guideOf(company.industry).questions,
    problem,
  }
}

/** @returns errors beside the field: an empty question, or no room for a web chat */
export function askTest(
  { db, member, services }: Pick<MemberContext, 'db' | 'member' | 'services'>,
  typed: unknown,
): { ok: true } | { ok: false; result: FormResult } {
  const text = typeof typed === 'string' ? typed.trim() : ''
  const refuse = (code: string) => refuseForm({ text }, { text: code })
  if (text === '') return refuse('required')
  if (text.length > QUESTION_CHARACTERS_MAX) return refuse('message_too_long')
  let endpointId = findTestEndpoint(db)
  if (endpointId === undefined) {
    const settings = { allowedOrigins: [] }
    const added = services.endpoints.add(db, { channel: 'web-chat', settings })
    if (!added.ok) return refuse(added.reason)
    const { id, name } = added.endpoint
    noteEndpointChange(db, member, 'added', { id, channel: 'web-chat', name })
    endpointId = id
  }
  askAsVisitor(db, endpointId, { text, language: member.language })
  return { ok: true }
}
