import type { GraphProblem } from './errors.ts'
import type { TemplateUse } from './message-schema.ts'
import { variablesOf } from './template-schema.ts'
import type { Template } from './template-schema.ts'

type Part = NonNullable<TemplateUse['components']>[number]

/** Why a template may not be sent with these parameters, or undefined. */
export function refuseTemplate(
  templates: Template[],
  wabaId: string,
  use: TemplateUse,
): GraphProblem | undefined {
  const template = templates.find(
    (one) => one.wabaId === wabaId && one.name === use.name && one.language === use.language.code,
  )
  if (template?.status === 'PAUSED') return { code: 132015, details: 'Template is paused' }
  if (template?.status === 'DISABLED') return { code: 132016, details: 'Template is disabled' }
  if (template?.status !== 'APPROVED') {
    const details = `template name (${use.name}) does not exist in ${use.language.code}`
    return { code: 132001, details }
  }
  return refuseParameters(template, use.components ?? [])
}

function refuseParameters(template: Template, parts: Part[]): GraphProblem | undefined {
  for (const kind of ['header', 'body'] as const) {
    const component = template.components.find((one) => one.type.toLowerCase() === kind)
    const given = parts.find((part) => part.type === kind)?.parameters ?? []
    const wanted = variablesOf(component?.text)
    const isMedia = kind === 'header' && component?.format && component.format !== 'TEXT'
    const expected = isMedia ? 1 : wanted.length
    if (given.length !== expected) {
      const counts = `${kind}: number of localizable_params (${given.length}) does not match`
      return { code: 132000, details: `${counts} the expected number of params (${expected})` }
    }
    const problem = isMedia ? undefined : refuseFormat(wanted, given)
    if (problem) return problem
  }
  return undefined
}

function refuseFormat(
  wanted: string[],
  given: NonNullable<Part['parameters']>,
): GraphProblem | undefined {
  for (const [index, parameter] of given.entries()) {
    const isEmptyText = parameter.type === 'text' && !parameter.text
    if (isEmptyText) return { code: 132012, details: `Parameter ${index + 1} has no text` }
    const name = parameter.parameter_name
    if (name !== undefined && !wanted.includes(name)) {
      return { code: 132012, details: `Parameter name ${name} is not in the template` }
    }
  }
  return undefined
}
