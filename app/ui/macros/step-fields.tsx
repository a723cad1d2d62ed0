import { ArrowDown, ArrowUp, X } from 'lucide-react'
import type { FormEvent, ReactNode } from 'react'
import { cannedVariables } from '#app/domain/canned-responses/fill.ts'
import { Button } from '../button.tsx'
import { FieldError } from '../field.tsx'
import { useT } from '../i18n-provider.tsx'
import { Select, Textarea } from '../input.tsx'
import { kindKey } from './event-text.ts'
import type { StepRow } from './step-row.ts'

type Named = { id: number; name: string }

/** What a step can name. */
export type MacroChoices = {
  canned: { id: number; title: string; shortcut: string }[]
  tags: Named[]
  priorities: (Named & { isDefault: boolean })[]
  members: Named[]
  departments: Named[]
  mayShare: boolean
}

const HOURS = [1, 3, 24, 48, 72, 168]
const outcomes = ['resolved', 'won', 'lost', 'abandoned'] as const

/** One step: what it does, what with, and its place. */
export function StepFields(props: {
  row: StepRow
  index: number
  count: number
  choices: MacroChoices
  error: string | undefined
  onChange: (part: Partial<StepRow>) => void
  onOrder: (event: FormEvent, order: string) => void
}) {
  const { row, index, count, error, onOrder } = props
  const t = useT()
  const step = index + 1
  const move = (order: 'up' | 'down' | 'remove', icon: ReactNode, isOff = false) => (
    <Button
      type="submit"
      name="do"
      value={`${order}.${index}`}
      size="small"
      variant="quiet"
      disabled={isOff}
      aria-label={t(`macros.${order}`, { step })}
      title={t(`macros.${order}`, { step })}
      onClick={(event) => onOrder(event, `${order}.${index}`)}
      icon={icon}
    />
  )
  return (
    <li className="flex flex-col gap-2 rounded-md border bg-canvas p-3" id={`field-step.${index}`}>
      <input type="hidden" name={`kind.${index}`} value={row.kind} />
      <div className="flex items-center gap-1">
        <span className="flex-1 font-medium">
          <span className="mr-1.5 text-faint tabular-nums">{step}.</span>
          {t(kindKey(row.kind))}
        </span>
        {move('up', <ArrowUp className="size-4" aria-hidden />, index === 0)}
        {move('down', <ArrowDown className="size-4" aria-hidden />, step === count)}
        {move('remove', <X className="size-4" aria-hidden />)}
      </div>
      <Control {...props} />
      <FieldError id={`step-${index}-error`} text={error} />
    </li>
  )
}

function Control(props: Parameters<typeof StepFields>[0]) {
  const { row, index, error, onChange } = props
  const t = useT()
  const options = useOptions(props)
  const wiring = {
    'aria-label': t(kindKey(row.kind)),
    'aria-invalid': error ? (true as const) : undefined,
    'aria-describedby': error ? `step-${index}-error` : undefined,
  }
  if (row.kind === 'hand_to_assistant')
    return <p className="text-small text-soft">{t('macros.handHelp')}</p>
  if (row.kind === 'reply' || row.kind === 'note')
    return (
      <>
        <Textarea
          {...wiring}
          name={`text.${index}`}
          rows={3}
          value={row.text}
          onChange={(event) => onChange({ text: event.target.value })}
        />
        <p className="text-small text-faint">
          {t('macros.textHelp', { names: cannedVariables.map((name) => `{${name}}`).join(' ') })}
        </p>
      </>
    )
  return (
    <Select
      {...wiring}
      name={`value.${index}`}
      value={row.value}
      onChange={(event) => onChange({ value: event.target.value })}
    >
      <option value="">{t('macros.choose')}</option>
      {options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </Select>
  )
}

type Option = { value: string; label: string }

function useOptions({ row, choices }: Parameters<typeof StepFields>[0]): Option[] {
  const t = useT()
  const named = (rows: Named[]) => rows.map(({ id, name }) => ({ value: String(id), label: name }))
  switch (row.kind) {
    case 'ready_answer':
      return choices.canned.map(({ id, title, shortcut }) => ({
        ...{ value: String(id), label: `/${shortcut} · ${title}` },
      }))
    case 'add_tag':
    case 'remove_tag':
      return named(choices.tags)
    case 'priority':
      return choices.priorities.map(({ id, name, isDefault }) => ({
        ...{ value: isDefault ? 'usual' : String(id), label: name },
      }))
    case 'assign':
      return [
        { value: 'me', label: t('macros.toMe') },
        { value: 'queue', label: t('macros.toQueue') },
        ...choices.members.map(({ id, name }) => ({ value: `member:${id}`, label: name })),
        ...choices.departments.map(({ id, name }) => ({
          ...{ value: `department:${id}`, label: t('macros.toDepartment', { name }) },
        })),
      ]
    case 'snooze':
      return [
        ...HOURS.map((hours) => ({
          value: String(hours),
          label:
            hours < 24
              ? t('macros.hours', { count: hours })
              : t('macros.days', { count: hours / 24 }),
        })),
        { value: 'reply', label: t('macros.untilReply') },
      ]
    case 'close':
      return outcomes.map((outcome) => ({ value: outcome, label: t(`closing.${outcome}`) }))
    default:
      return []
  }
}
