import { z } from 'zod'
import type { TriedMessage } from '#app/ai/reply/try-out.server.ts'
import { requiredText } from './form-fields.ts'
import { parseForm, readFormData } from './read-form.server.ts'
import type { ReadForm } from './read-form.server.ts'

const MESSAGE_MAX = 2_000
/** Older ones fall away. */
const MESSAGES_MAX = 20
const SAID = /^(customer|assistant):([\s\S]{1,5000})$/

const playgroundForm = z.object({ text: requiredText(MESSAGE_MAX) })

/** A made-up conversation as posted: what was said so far comes along with the new message. */
export async function readPlaygroundForm(
  request: Request,
): Promise<ReadForm<{ messages: TriedMessage[] }> & { said: TriedMessage[] }> {
  const form = await readFormData(request)
  const said = form.getAll('said').flatMap((value): TriedMessage[] => {
    const [, by, text] = typeof value === 'string' ? (SAID.exec(value) ?? []) : []
    return by && text ? [{ by: by === 'customer' ? 'customer' : 'assistant', text }] : []
  })
  const kept = said.slice(-MESSAGES_MAX)
  const read = parseForm(form, playgroundForm)
  if (!read.ok) return { ...read, said: kept }
  const asked = { by: 'customer', text: read.values.text } as const
  return { ok: true, values: { messages: [...kept, asked] }, said: kept }
}
