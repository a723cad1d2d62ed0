import { BookOpen, ChevronRight } from 'lucide-react'
import type { ThreadMessage } from '#app/domain/conversations/shown.ts'
import { Badge } from '../badge.tsx'
import { useFormat, useT } from '../i18n-provider.tsx'

type Answer = NonNullable<ThreadMessage['answer']>

const kinds = {
  faq: 'inbox.sourceKind.faq',
  product: 'inbox.sourceKind.product',
  document: 'inbox.sourceKind.document',
} as const

/** Why the assistant said it: the passages it was given as they stood then, one click away. */
export function AnswerSources({ answer }: { answer: Answer }) {
  const t = useT()
  const { percent } = useFormat()
  const { sources, confidence } = answer
  return (
    <details className="group mt-1.5">
      <summary className="inline-flex min-h-6 items-center gap-1 rounded-sm text-small font-medium text-ai hover:underline">
        <ChevronRight className="size-3.5 transition-transform group-open:rotate-90" aria-hidden />
        {t('inbox.sources')}
      </summary>
      <div className="mt-1 flex flex-col gap-2 border-l-2 border-ai/30 pl-3 text-small">
        {sources.length === 0 && <p className="text-soft">{t('inbox.sourcesNone')}</p>}
        {sources.map((source) => (
          <div key={source.number}>
            <p className="flex flex-wrap items-center gap-1.5">
              <BookOpen className="size-3.5 shrink-0 text-faint" aria-hidden />
              <span className="font-medium text-ink">{source.title}</span>
              <span className="text-faint">
                {source.kind in kinds ? t(kinds[source.kind as keyof typeof kinds]) : source.kind}
              </span>
              {source.isCited === 1 && <Badge tone="ai">{t('inbox.sourcesCited')}</Badge>}
            </p>
            <p className="mt-0.5 whitespace-pre-wrap text-soft">{source.text}</p>
          </div>
        ))}
        {confidence !== null && (
          <p className="text-faint">
            {t('inbox.sourcesConfidence', { percent: percent(confidence) })}
          </p>
        )}
      </div>
    </details>
  )
}
