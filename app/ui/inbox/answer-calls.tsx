import { Wrench } from 'lucide-react'
import { isToolName } from '#app/domain/tools/kinds.ts'
import { Badge } from '../badge.tsx'
import { useFormat, useT } from '../i18n-provider.tsx'

export type ShownCall = {
  tool: string
  /** as JSON */
  argumentsJson: string
  outcome: 'done' | 'refused' | 'failed' | 'repeated' | 'not_done'
  result: string
  tookMs: number
}

const tones = {
  done: 'good',
  repeated: 'neutral',
  not_done: 'neutral',
  refused: 'warn',
  failed: 'warn',
} as const

/** What was looked up and done for an answer, in the order it was asked for. */
export function CallList({ calls }: { calls: ShownCall[] }) {
  const t = useT()
  const { number } = useFormat()
  return (
    <ol className="flex flex-col gap-3">
      {calls.map((call, index) => (
        <li key={index} className="min-w-0">
          <p className="flex flex-wrap items-center gap-1.5">
            <Wrench className="size-3.5 shrink-0 text-faint" aria-hidden />
            <span className="font-medium text-ink">
              {isToolName(call.tool)
                ? t(`tools.name.${call.tool}`)
                : t('tools.unknown', { name: call.tool })}
            </span>
            <Badge tone={tones[call.outcome]}>{t(`tools.outcome.${call.outcome}`)}</Badge>
            <span className="text-faint">
              {t('playground.ms', { ms: number(Math.max(1, call.tookMs)) })}
            </span>
          </p>
          {call.argumentsJson !== '{}' && (
            <p dir="auto" className="mt-0.5 break-words text-soft">
              {toWords(call.argumentsJson)}
            </p>
          )}
          {call.result && (
            <p dir="auto" className="mt-0.5 break-words whitespace-pre-wrap text-soft">
              {call.result}
            </p>
          )}
        </li>
      ))}
    </ol>
  )
}

/** `query: Galaxy A16 · kind: phone`; what was cut stands as it is. */
function toWords(json: string): string {
  try {
    const entries = Object.entries(JSON.parse(json) as Record<string, unknown>)
    return entries
      .map(
        ([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`,
      )
      .join(' · ')
  } catch {
    return json
  }
}
