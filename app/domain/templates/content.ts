/** What a template says, as its form holds it. */
export type TemplateButton = {
  kind: 'QUICK_REPLY' | 'URL' | 'PHONE_NUMBER'
  text: string
  value: string
}
export const buttonKinds = ['QUICK_REPLY', 'URL', 'PHONE_NUMBER'] as const
export const headerKinds = ['NONE', 'TEXT', 'IMAGE', 'VIDEO', 'DOCUMENT'] as const
export type HeaderKind = (typeof headerKinds)[number]
export const templateCategories = ['UTILITY', 'MARKETING', 'AUTHENTICATION'] as const

export type TemplateContent = {
  category: string
  header: HeaderKind
  headerText: string
  /** how the header's gap may be filled, for whoever reviews it */
  headerExample: string
  body: string
  /** one for each gap of the body, in their order */
  examples: string[]
  footer: string
  buttons: TemplateButton[]
}

export const TEMPLATE_LIMITS = {
  ...{ name: 512, headerText: 60, body: 1024, footer: 60, buttons: 10, buttonText: 25, url: 2000 },
}
export const TEMPLATE_NAME = /^[a-z0-9_]{1,512}$/
export const TEMPLATE_LANGUAGE = /^[a-z]{2,3}(_[A-Z]{2,4})?$/

const GAP = /\{\{\s*([A-Za-z0-9_]+)\s*\}\}/g

/** The names of a text's gaps, each once, in their order. */
export function gapsOf(text: string): string[] {
  return [...new Set([...text.matchAll(GAP)].map((match) => match[1] ?? ''))]
}

/**
 * What the vendor would refuse: an error code per field, `examples.0` and `buttons.1` for one of
 * several. Empty when nothing stands in the way.
 */
export function checkContent(content: TemplateContent): Record<string, string> {
  const { header, headerText, headerExample, body, footer } = content
  const errors: Record<string, string> = {}
  const note = (field: string, code: string | false | undefined) => {
    if (code) errors[field] ??= code
  }
  if (header === 'TEXT') {
    note('headerText', headerText.trim() === '' && 'required')
    note('headerText', headerText.length > TEMPLATE_LIMITS.headerText && 'template_header_long')
    note('headerText', gapsOf(headerText).length > 1 && 'template_header_gaps')
    const needsExample = gapsOf(headerText).length === 1 && headerExample.trim() === ''
    note('headerExample', needsExample && 'template_example')
  }
  note('body', body.trim() === '' && 'required')
  note('body', body.length > TEMPLATE_LIMITS.body && 'template_body_long')
  note('body', checkGaps(body))
  gapsOf(body).forEach((_, index) =>
    note(`examples.${index}`, !content.examples[index]?.trim() && 'template_example'),
  )
  note('footer', footer.length > TEMPLATE_LIMITS.footer && 'template_footer_long')
  note('footer', footer.includes('{{') && 'template_footer_gap')
  note('buttons', content.buttons.length > TEMPLATE_LIMITS.buttons && 'template_buttons_many')
  content.buttons.forEach((button, index) => note(`buttons.${index}`, checkButton(button)))
  return errors
}

/** Gaps are numbered from 1 without a hole, and words stand before, after and between them. */
function checkGaps(body: string): string | undefined {
  const gaps = gapsOf(body)
  const isInOrder = gaps.every((name, index) => name === String(index + 1))
  if (/\{\{|\}\}/.test(body.replace(GAP, ''))) return 'template_gap_broken'
  if (!isInOrder) return 'template_gap_order'
  const bare = body.trim()
  if (/^\{\{\s*\w+\s*\}\}/.test(bare) || /\{\{\s*\w+\s*\}\}$/.test(bare)) return 'template_gap_edge'
  return /\}\}\s*\{\{/.test(bare) ? 'template_gap_beside' : undefined
}

function checkButton({ kind, text, value }: TemplateButton): string | undefined {
  if (text.trim() === '') return 'template_button_text'
  if (text.length > TEMPLATE_LIMITS.buttonText) return 'template_button_long'
  if (kind === 'URL' && (!/^https:\/\/\S+\.\S+$/.test(value) || value.includes('{{'))) {
    return 'invalid_url'
  }
  if (kind === 'URL' && value.length > TEMPLATE_LIMITS.url) return 'invalid_url'
  return kind === 'PHONE_NUMBER' && !/^\+\d{7,15}$/.test(value) ? 'invalid_phone' : undefined
}

/** The vendor's form; a file's handle is added by whoever uploads it. */
export function toComponents(content: TemplateContent): Record<string, unknown>[] {
  const { header, headerText, headerExample, body, footer, buttons } = content
  const examples = content.examples.slice(0, gapsOf(body).length)
  return [
    ...(header === 'TEXT'
      ? [
          {
            ...{ type: 'HEADER', format: 'TEXT', text: headerText.trim() },
            ...(gapsOf(headerText).length > 0 && { example: { header_text: [headerExample] } }),
          },
        ]
      : header === 'NONE'
        ? []
        : [{ type: 'HEADER', format: header }]),
    {
      ...{ type: 'BODY', text: body.trim() },
      ...(examples.length > 0 && { example: { body_text: [examples] } }),
    },
    ...(footer.trim() ? [{ type: 'FOOTER', text: footer.trim() }] : []),
    ...(buttons.length > 0 ? [{ type: 'BUTTONS', buttons: buttons.map(toButton) }] : []),
  ]
}

function toButton({ kind, text, value }: TemplateButton): Record<string, string> {
  const button = { type: kind, text: text.trim() }
  if (kind === 'URL') return { ...button, url: value }
  return kind === 'PHONE_NUMBER' ? { ...button, phone_number: value } : button
}
