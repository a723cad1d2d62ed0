import { z } from 'zod'
import { buttonKinds, headerKinds } from './content.ts'
import type { TemplateContent } from './content.ts'

const part = z.looseObject({
  type: z.string(),
  format: z.string().optional(),
  text: z.string().optional(),
  example: z
    .looseObject({
      header_text: z.array(z.string()).optional().catch(undefined),
      body_text: z.array(z.array(z.string())).optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
  buttons: z
    .array(
      z.looseObject({
        type: z.string(),
        text: z.string().optional(),
        url: z.string().optional(),
        phone_number: z.string().optional(),
      }),
    )
    .optional()
    .catch(undefined),
})

/** Whether a form of ours can hold all of it; what it cannot must be changed at the vendor's. */
export type ReadContent = TemplateContent & { isComplete: boolean }

/** The vendor's components as a form. */
export function readContent(category: string, components: unknown): ReadContent {
  const read = z.array(part).safeParse(components)
  const parts = read.success ? read.data : []
  const find = (type: string) => parts.find((one) => one.type.toUpperCase() === type)
  const [header, body, footer] = [find('HEADER'), find('BODY'), find('FOOTER')]
  const given = header ? (header.format ?? 'TEXT').toUpperCase() : 'NONE'
  const kind = headerKinds.find((one) => one === given)
  const buttons = (find('BUTTONS')?.buttons ?? []).map(
    ({ type, text = '', url, phone_number }) => ({
      ...{ kind: buttonKinds.find((one) => one === type), text, value: url ?? phone_number ?? '' },
    }),
  )
  return {
    ...{ category, header: kind ?? 'NONE', headerText: header?.text ?? '' },
    headerExample: header?.example?.header_text?.[0] ?? '',
    ...{ body: body?.text ?? '', examples: body?.example?.body_text?.[0] ?? [] },
    footer: footer?.text ?? '',
    buttons: buttons.flatMap(({ kind: one, ...rest }) => (one ? [{ kind: one, ...rest }] : [])),
    isComplete:
      kind !== undefined && buttons.every((button) => button.kind && !button.value.includes('{{')),
  }
}
