import {
  industryTexts,
  LINE_CHARACTERS_MAX,
  LINES_MAX,
  OBJECTIONS_MAX,
} from '#app/industries/texts.ts'
import { PROMPT_CHARACTERS_MAX } from '#app/industries/texts.ts'
import type { IndustryTexts } from '#app/industries/texts.ts'
import { refusal } from '#app/routes/account/posted-form.server.ts'
import type { Parsed } from '#app/routes/account/posted-form.server.ts'
import type { FieldError } from '#app/ui/form-state.tsx'

/** Rules stand one a line; objections in pairs, those with two empty fields are gone. */
export function parseIndustryTexts(fields: Record<string, string>): Parsed<IndustryTexts> {
  const errors: Record<string, FieldError> = {}
  const numbers = Array.from({ length: OBJECTIONS_MAX }, (_, index) => index + 1)
  const pairs = numbers.map((number) => ({
    number,
    said: (fields[`said_${number}`] ?? '').trim(),
    answer: (fields[`answer_${number}`] ?? '').trim(),
  }))
  for (const { number, said, answer } of pairs) {
    if (said === '' && answer !== '') errors[`said_${number}`] = 'required'
    if (said !== '' && answer === '') errors[`answer_${number}`] = 'required'
    for (const [name, text] of Object.entries({ said, answer }))
      if (text.length > LINE_CHARACTERS_MAX)
        errors[`${name}_${number}`] = tooLong(LINE_CHARACTERS_MAX)
  }
  const prompt = (fields['prompt'] ?? '').trim()
  if (prompt === '') errors['prompt'] = 'required'
  if (prompt.length > PROMPT_CHARACTERS_MAX) errors['prompt'] = tooLong(PROMPT_CHARACTERS_MAX)
  const lists = { limits: toLines(fields['limits']), closings: toLines(fields['closings']) }
  for (const [name, lines] of Object.entries(lists)) {
    if (lines.length > LINES_MAX)
      errors[name] = { code: 'too_many_lines', values: { max: LINES_MAX } }
    if (lines.some((one) => one.length > LINE_CHARACTERS_MAX))
      errors[name] = tooLong(LINE_CHARACTERS_MAX)
  }
  if (Object.keys(errors).length > 0) return { ok: false, result: refusal(errors, fields) }
  const objections = pairs
    .filter(({ said }) => said !== '')
    .map(({ said, answer }) => ({ said, answer }))
  return { ok: true, values: industryTexts.parse({ prompt, ...lists, objections }) }
}

const tooLong = (max: number): FieldError => ({ code: 'too_long', values: { max } })

function toLines(text: string | undefined): string[] {
  return (text ?? '')
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '')
}
