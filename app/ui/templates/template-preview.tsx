import { ExternalLink, FileText, Image, Phone, Reply, Video } from 'lucide-react'
import { gapsOf } from '#app/domain/templates/content.ts'
import type { TemplateContent } from '#app/domain/templates/content.ts'
import { useT } from '../i18n-provider.tsx'

const signs = { IMAGE: Image, VIDEO: Video, DOCUMENT: FileText }
const buttonSigns = { QUICK_REPLY: Reply, URL: ExternalLink, PHONE_NUMBER: Phone }

/** How the customer will see it, the examples in the gaps. */
export function TemplatePreview({ content }: { content: TemplateContent }) {
  const t = useT()
  const { header, headerText, headerExample, body, examples, footer, buttons } = content
  const fill = (text: string, values: string[]) => {
    const gaps = gapsOf(text)
    return text.replace(
      /\{\{\s*(\w+)\s*\}\}/g,
      (gap, name: string) => values[gaps.indexOf(name)] || gap,
    )
  }
  const Sign = header === 'NONE' || header === 'TEXT' ? undefined : signs[header]
  return (
    <section aria-label={t('templates.preview')} className="rounded-md border bg-sunken p-4">
      <p className="mb-2 text-small font-medium text-soft">{t('templates.preview')}</p>
      <div className="max-w-sm rounded-lg bg-surface p-3 shadow-sm">
        {Sign && (
          <span className="mb-2 grid h-24 place-items-center rounded-md bg-sunken text-faint">
            <Sign className="size-8" aria-hidden />
          </span>
        )}
        {header === 'TEXT' && headerText && (
          <p className="mb-1 font-semibold wrap-anywhere">{fill(headerText, [headerExample])}</p>
        )}
        <p className="wrap-anywhere whitespace-pre-wrap">
          {body ? (
            fill(body, examples)
          ) : (
            <span className="text-faint">{t('templates.previewEmpty')}</span>
          )}
        </p>
        {footer && <p className="mt-1 text-small text-faint wrap-anywhere">{footer}</p>}
        {buttons.map(({ kind, text }, index) => {
          const ButtonSign = buttonSigns[kind]
          return (
            <p
              key={index}
              className="mt-2 flex items-center justify-center gap-2 border-t pt-2 font-medium text-accent-ink"
            >
              <ButtonSign className="size-4" aria-hidden />
              {text || '…'}
            </p>
          )
        })}
      </div>
    </section>
  )
}
