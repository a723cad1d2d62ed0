import { Paperclip } from 'lucide-react'
import { useState } from 'react'
import { useT } from '../i18n-provider.tsx'
import { Input } from '../input.tsx'
import type { TemplateChoice } from './page-data.ts'

/** What was typed into a template's gaps, in their order. */
export type TemplateValues = { headerVariables: string[]; variables: string[] }

/**
 * A field for each gap of a template and, below, how it will read: the words follow what is
 * typed. `preview` goes along with the form, for showing it before the server has it.
 */
export function TemplateFields(props: {
  template: TemplateChoice
  /** who will read it */
  name: string
  kept?: TemplateValues
}) {
  const { template, name, kept } = props
  const t = useT()
  const [values, setValues] = useState(() => toStart(template, kept))
  const preview = toPreview(template, values)
  const field = (kind: 'variable' | 'headerVariable', key: string) => (
    <label key={kind + key} className="flex flex-1 basis-40 flex-col gap-1">
      <span className="text-small font-medium text-soft">
        {t(kind === 'variable' ? 'inbox.templateVariable' : 'inbox.templateHeaderVariable', {
          name: `{{${key}}}`,
        })}
      </span>
      <Input
        name={kind}
        required
        autoComplete="off"
        value={values[kind + key] ?? ''}
        onChange={(event) => setValues({ ...values, [kind + key]: event.target.value })}
      />
    </label>
  )
  return (
    <>
      <input type="hidden" name="templateId" value={template.id} />
      <input type="hidden" name="preview" value={preview} />
      <div className="flex flex-wrap gap-3 empty:hidden">
        {template.headerVariables.map((key) => field('headerVariable', key))}
        {template.bodyVariables.map((key) => field('variable', key))}
      </div>
      <div>
        <p className="mb-1 text-small font-medium text-soft">
          {t('inbox.templatePreview', { name })}
        </p>
        {template.headerFileId !== null && (
          <a
            href={`/files/${template.headerFileId}`}
            target="_blank"
            rel="noreferrer"
            className="mb-1 inline-flex min-h-6 items-center gap-1.5 text-small font-medium text-accent hover:underline"
          >
            <Paperclip className="size-3.5" aria-hidden />
            {t('templates.withFile')}
          </a>
        )}
        <p className="rounded-lg bg-accent-soft px-3 py-2 wrap-anywhere whitespace-pre-wrap">
          {preview}
        </p>
      </div>
    </>
  )
}

function toStart(template: TemplateChoice, kept: TemplateValues | undefined) {
  const pairs = [
    ...template.headerVariables.map((key, index) => [
      `headerVariable${key}`,
      kept?.headerVariables[index],
    ]),
    ...template.bodyVariables.map((key, index) => [`variable${key}`, kept?.variables[index]]),
  ]
  return Object.fromEntries(pairs) as Record<string, string | undefined>
}

function toPreview(template: TemplateChoice, values: Record<string, string | undefined>): string {
  const fill = (text: string, kind: string) =>
    text.replace(/\{\{\s*(\w+)\s*\}\}/g, (hole, key: string) => values[kind + key] || hole)
  const { header, body, footer } = template
  return [header && fill(header, 'headerVariable'), fill(body, 'variable'), footer]
    .filter(Boolean)
    .join('\n\n')
}
