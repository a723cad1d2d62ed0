import type { ClockKind } from '#app/domain/sla/clock-kinds.ts'
import { FieldError, fieldId } from '../field.tsx'
import { useFieldErrorText, useFormResult } from '../form-state.tsx'
import { useT } from '../i18n-provider.tsx'

type Targets = {
  id: number
  name: string
  firstReplyMinutes: number | null
  nextReplyMinutes: number | null
  resolutionMinutes: number | null
}

/** Minutes per priority and promise: a table on a desk, one block per priority on a phone. */
export function TargetFields(props: { kinds: readonly ClockKind[]; targets: Targets[] }) {
  const { kinds, targets } = props
  const t = useT()
  return (
    <div className="flex flex-col gap-4">
      <div
        aria-hidden
        className="grid grid-cols-[minmax(0,1fr)_repeat(3,6.5rem)] gap-3 text-small font-medium text-faint max-sm:hidden"
      >
        <span>{t('sla.priority')}</span>
        {kinds.map((kind) => (
          <span key={kind}>{t(`sla.kind.${kind}`)}</span>
        ))}
      </div>
      {targets.map((row) => (
        <fieldset
          key={row.id}
          className="grid grid-cols-3 items-start gap-3 sm:grid-cols-[minmax(0,1fr)_repeat(3,6.5rem)]"
        >
          <legend className="sr-only">{row.name}</legend>
          <span aria-hidden className="pt-2 font-medium max-sm:col-span-3 max-sm:pt-0">
            {row.name}
          </span>
          {kinds.map((kind) => (
            <Minutes key={kind} row={row} kind={kind} />
          ))}
        </fieldset>
      ))}
    </div>
  )
}

function Minutes({ row, kind }: { row: Targets; kind: ClockKind }) {
  const t = useT()
  const { errors, values } = useFormResult()
  const name = `target.${row.id}.${kind}`
  const errorText = useFieldErrorText()(errors?.[name])
  const id = fieldId(name)
  const minutes = {
    first_reply: row.firstReplyMinutes,
    next_reply: row.nextReplyMinutes,
    resolution: row.resolutionMinutes,
  }[kind]
  return (
    <div className="flex flex-col gap-1">
      <span aria-hidden className="text-small text-faint sm:hidden">
        {t(`sla.kind.${kind}`)}
      </span>
      <span className="relative">
        <input
          id={id}
          name={name}
          inputMode="numeric"
          aria-label={t('sla.minutesFor', { kind: t(`sla.kind.${kind}`), priority: row.name })}
          aria-invalid={errorText ? true : undefined}
          aria-describedby={errorText ? `${id}-error` : undefined}
          defaultValue={values?.[name] ?? minutes ?? ''}
          className="control pr-10 tabular-nums"
        />
        <span
          aria-hidden
          className="pointer-events-none absolute inset-y-0 right-2.5 grid place-items-center text-small text-faint"
        >
          {t('sla.minutes')}
        </span>
      </span>
      <FieldError id={`${id}-error`} text={errorText} />
    </div>
  )
}
