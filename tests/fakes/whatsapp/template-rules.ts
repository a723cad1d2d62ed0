import { variablesOf } from './template-schema.ts'
import type { TemplateComponent } from './template-schema.ts'
import type { World } from './world.ts'

const [HEADER_MAX, FOOTER_MAX, BUTTON_MAX] = [60, 60, 25]

/** Why these components cannot be a template, in the vendor's words, or undefined. */
export function refuseComponents(
  world: World,
  components: TemplateComponent[],
): string | undefined {
  const find = (type: TemplateComponent['type']) => components.filter((one) => one.type === type)
  const [body, ...more] = find('BODY')
  if (!body?.text || more.length > 0) return 'Exactly one BODY component with text is required'
  const footer = find('FOOTER')[0]?.text ?? ''
  if (footer.length > FOOTER_MAX) return `FOOTER may hold ${FOOTER_MAX} characters`
  if (variablesOf(footer).length > 0) return 'FOOTER may not hold variables'
  return (
    refuseBody(body) ??
    refuseHeader(world, find('HEADER')[0]) ??
    refuseButtons(find('BUTTONS')[0]?.buttons ?? [])
  )
}

function refuseBody({ text = '', example }: TemplateComponent): string | undefined {
  const variables = variablesOf(text)
  const areNumbered = variables.every((name) => /^\d+$/.test(name))
  if (!areNumbered) return undefined
  if ((example?.body_text?.[0] ?? []).length !== variables.length) {
    return 'BODY needs example.body_text with one value for each variable'
  }
  if (variables.some((name, index) => name !== String(index + 1))) {
    return 'Variables must be numbered from {{1}} without a gap'
  }
  const bare = text.trim()
  return /^\{\{\w+\}\}|\{\{\w+\}\}$/.test(bare)
    ? 'Variables cannot be at the start or end of the template'
    : undefined
}

function refuseHeader(world: World, header: TemplateComponent | undefined): string | undefined {
  if (!header) return undefined
  if ((header.format ?? 'TEXT') === 'TEXT') {
    if ((header.text ?? '').length > HEADER_MAX) return `HEADER may hold ${HEADER_MAX} characters`
    const variables = variablesOf(header.text)
    if (variables.length > 1) return 'HEADER may hold one variable'
    const given = header.example?.header_text ?? []
    return given.length === variables.length ? undefined : 'HEADER needs example.header_text'
  }
  if (header.format === 'LOCATION') return undefined
  const [handle = ''] = header.example?.header_handle ?? []
  return world.uploads.get(handle)?.isDone
    ? undefined
    : 'HEADER needs example.header_handle of an upload'
}

function refuseButtons(buttons: NonNullable<TemplateComponent['buttons']>): string | undefined {
  for (const { type, text = '', url, phone_number: phone } of buttons) {
    if (text === '' || text.length > BUTTON_MAX)
      return `A button holds 1 to ${BUTTON_MAX} characters`
    if (type === 'URL' && !url) return 'A URL button needs url'
    if (type === 'PHONE_NUMBER' && !phone) return 'A phone button needs phone_number'
  }
  return undefined
}
