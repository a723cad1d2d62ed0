import type { Model } from '#app/ai/model/client.server.ts'
import type { ModelFailureReason } from '#app/ai/model/failure.ts'
import { getSpend, isBudgetUsedUp } from '#app/domain/answers/spend.server.ts'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { contactLanguageName } from '#app/domain/contacts/languages.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import {
  countCost,
  keepTranslations,
  listToTranslate,
} from '#app/domain/translations/translations.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { toTranslateTask } from './task.ts'
import type { Translation } from './task.ts'

export type TranslateDeps = { model: Model }

export type TranslateRefusal =
  'not_found' | 'budget_used_up' | 'translate_unavailable' | 'translate_slow' | 'translate_failed'

type Asked =
  | { ok: true; translations: Translation[]; costMicros: number }
  | { ok: false; reason: TranslateRefusal }

/**
 * Translates what a customer wrote, one message or all that is still missing. What was translated
 * before is not asked for again.
 *
 * @returns how many were translated now
 */
export async function translateMessages(
  db: TenantDb,
  deps: TranslateDeps,
  request: {
    actor: Actor
    conversationId: number
    messageId?: number
    /** code of the reader's language */
    language: string
    signal?: AbortSignal
  },
): Promise<{ ok: true; count: number } | { ok: false; reason: TranslateRefusal }> {
  const { conversationId, language, signal } = request
  const sources = listToTranslate(db, request.actor, request)
  if (!sources) return { ok: false, reason: 'not_found' }
  if (sources.length === 0) return { ok: true, count: 0 }
  const texts = sources.map(({ text }) => text)
  const asked = await askFor(db, deps, { texts, language, signal })
  if (!asked.ok) return asked
  const translated = asked.translations.map(({ number, text, language: sourceLanguage }) => ({
    ...{ messageId: sources[number - 1]?.messageId ?? 0, text, sourceLanguage },
  }))
  keepTranslations(db, {
    ...{ conversationId, language, sources, translated },
    ...{ costMicros: asked.costMicros, now: Date.now() },
  })
  return { ok: true, count: translated.length }
}

/** Translates what a member is about to send. Nothing of it is kept. */
export async function translateDraft(
  db: TenantDb,
  deps: TranslateDeps,
  request: { text: string; language: string; signal?: AbortSignal },
): Promise<{ ok: true; text: string } | { ok: false; reason: TranslateRefusal }> {
  const asked = await askFor(db, deps, { ...request, texts: [request.text] })
  if (!asked.ok) return asked
  countCost(db, asked.costMicros, Date.now())
  return { ok: true, text: asked.translations[0]?.text ?? '' }
}

async function askFor(
  db: TenantDb,
  { model }: TranslateDeps,
  { texts, language, signal }: { texts: string[]; language: string; signal?: AbortSignal },
): Promise<Asked> {
  if (!model.status().hasKey) return { ok: false, reason: 'translate_unavailable' }
  const company = getCompany(db)
  if (isBudgetUsedUp(company, getSpend(db, company, Date.now())))
    return { ok: false, reason: 'budget_used_up' }
  const task = toTranslateTask(texts, contactLanguageName(language, 'en'))
  const result = await model.fill(task, signal)
  if (result.ok) return { ok: true, translations: result.answer, costMicros: result.costMicros }
  // A refusal or a broken answer has cost something too.
  countCost(db, result.costMicros, Date.now())
  return { ok: false, reason: toRefusal(result.reason) }
}

function toRefusal(reason: ModelFailureReason): TranslateRefusal {
  if (reason === 'no_key') return 'translate_unavailable'
  return reason === 'timeout' || reason === 'cancelled' ? 'translate_slow' : 'translate_failed'
}
