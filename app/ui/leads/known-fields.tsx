import { Link, useLocation } from '@remix-run/react'
import { Check, MessageSquareQuote, Pencil, X } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ShownField } from '#app/domain/lead-fields/shown.ts'
import { Badge } from '../badge.tsx'
import { Button } from '../button.tsx'
import { classes } from '../classes.ts'
import { useI18n } from '../i18n-provider.tsx'
import { ActionForm } from '../inbox/action-form.tsx'
import { useFieldText } from './field-text.ts'

type Props = {
  leadId: number
  fields: ShownField[]
  mayWrite: boolean
  /** under each other and with fewer words, in a narrow pane */
  isNarrow?: boolean
  /** on the field's own page, where it is corrected below */
  isHere?: boolean
}

/**
 * What is known of an opportunity, field by field: the value, whose word it is, the message it
 * was read from, and the ways to say that it is right or wrong.
 */
export function KnownFields({ fields, ...props }: Props) {
  return (
    <dl className="flex flex-col divide-y">
      {fields.map((field) => (
        <KnownField key={field.key} field={field} {...props} />
      ))}
    </dl>
  )
}

function KnownField(props: Omit<Props, 'fields'> & { field: ShownField }) {
  const { leadId, field, mayWrite, isNarrow, isHere } = props
  const { t, language } = useI18n()
  const toText = useFieldText()
  const { value, suggestion } = field
  const name = field.label[language]
  const address = `/leads/${leadId}/fields/${field.key}`
  return (
    <div
      className={classes(
        'flex flex-col first:pt-0 last:pb-0',
        isNarrow ? 'py-1.5' : 'gap-0.5 py-2.5 sm:flex-row sm:gap-4',
      )}
    >
      <dt className={classes('text-soft', isNarrow ? 'text-small' : 'sm:w-44 sm:shrink-0 sm:py-1')}>
        <Link to={address} className="rounded-sm hover:text-ink hover:underline">
          {name}
        </Link>
      </dt>
      <dd className="min-w-0 flex-1">
        <div className="flex items-start justify-between gap-2">
          <p className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1 py-1">
            {value === null ? (
              <span className="text-faint">{t('leads.notKnown')}</span>
            ) : (
              <span className="font-medium wrap-anywhere">{toText(field, value)}</span>
            )}
            {value !== null && <Whose field={field} isNarrow={isNarrow} />}
          </p>
          {mayWrite && <Decide {...{ field, name, address, isHere }} />}
        </div>
        {suggestion && (
          <Suggestion {...{ field, suggestion, address, mayWrite }}>
            {toText(field, suggestion.value)}
          </Suggestion>
        )}
      </dd>
    </div>
  )
}

/** Read and nobody's word yet, or confirmed by somebody; and the customer's message. */
function Whose({ field, isNarrow }: { field: ShownField; isNarrow?: boolean }) {
  const { t } = useI18n()
  return (
    <>
      {field.state === 'proposed' ? (
        <span title={t('leads.unconfirmed')}>
          <Badge tone="ai">{t(isNarrow ? 'leads.unconfirmedShort' : 'leads.unconfirmed')}</Badge>
        </span>
      ) : (
        <span className="inline-flex items-center gap-1 text-small text-good">
          <Check className="size-3.5" aria-hidden />
          {isNarrow || !field.byName
            ? t('leads.confirmed')
            : t('leads.confirmedBy', { name: field.byName })}
        </span>
      )}
      <SourceLink messageId={field.messageId} />
    </>
  )
}

export function SourceLink({ messageId }: { messageId: number | null }) {
  const { t } = useI18n()
  if (messageId === null) return null
  return (
    <Link
      to={`/messages/${messageId}`}
      className="inline-flex min-h-6 items-center gap-1 rounded-sm text-small text-accent hover:underline"
    >
      <MessageSquareQuote className="size-3.5" aria-hidden />
      {t('leads.sourceMessage')}
    </Link>
  )
}

function Decide(props: { field: ShownField; name: string; address: string; isHere?: boolean }) {
  const { field, name, address, isHere } = props
  const { t } = useI18n()
  const { pathname, search } = useLocation()
  return (
    <div className="flex shrink-0 items-center">
      {field.state === 'proposed' && (
        <ActionForm action={`${address}/confirmation`}>
          <Button
            type="submit"
            {...{ size: 'small', variant: 'quiet' }}
            icon={<Check className="size-4" aria-hidden />}
            aria-label={t('leads.confirmNamed', { name })}
            title={t('leads.confirm')}
          />
        </ActionForm>
      )}
      {!isHere && (
        <Link
          to={`${address}?back=${encodeURIComponent(pathname + search)}`}
          className="inline-flex size-7 items-center justify-center rounded-md text-soft hover:bg-hover hover:text-ink pointer-coarse:size-11"
          aria-label={t('leads.correctNamed', { name })}
          title={t('leads.correct')}
        >
          <Pencil className="size-4" aria-hidden />
        </Link>
      )}
      {field.value !== null && (
        <ActionForm action={`${address}/removal`}>
          <Button
            type="submit"
            {...{ size: 'small', variant: 'quiet' }}
            icon={<X className="size-4" aria-hidden />}
            aria-label={t('leads.clearNamed', { name })}
            title={t('leads.clear')}
          />
        </ActionForm>
      )}
    </div>
  )
}

/** What the customer said after somebody had decided. */
function Suggestion(props: {
  suggestion: NonNullable<ShownField['suggestion']>
  address: string
  mayWrite: boolean
  children: ReactNode
}) {
  const { suggestion, address, mayWrite, children } = props
  const { t } = useI18n()
  return (
    <div className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 rounded-md bg-ai-soft px-2.5 py-1.5">
      <p className="flex min-w-0 flex-1 basis-48 flex-wrap items-center gap-x-2">
        <span className="text-small text-ai">{t('leads.saidLater')}</span>
        <span className="font-medium wrap-anywhere">{children}</span>
        <SourceLink messageId={suggestion.messageId} />
      </p>
      {mayWrite && (
        <div className="flex gap-1">
          <ActionForm action={`${address}/confirmation`} fields={{ suggestion: 1 }}>
            <Button type="submit" size="small">
              {t('leads.take')}
            </Button>
          </ActionForm>
          <ActionForm action={`${address}/dismissal`}>
            <Button type="submit" size="small" variant="quiet">
              {t('leads.leave')}
            </Button>
          </ActionForm>
        </div>
      )}
    </div>
  )
}
