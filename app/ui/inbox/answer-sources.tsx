import { BookOpen, ChevronRight } from 'lucide-react'
import type { ThreadMessage } from '#app/domain/conversations/shown.ts'
import { Badge } from '../badge.tsx'
import { classes } from '../classes.ts'
import { useFormat, useT } from '../i18n-provider.tsx'
import { CallList } from './answer-calls.tsx'
import { ClaimList, HeldWording } from './answer-claims.tsx'

type Answer = NonNullable<ThreadMessage['answer']>

const kinds = {
  faq: 'inbox.sourceKind.faq',
  product: 'inbox.sourceKind.product',
  document: 'inbox.sourceKind.document',
  fact: 'inbox.sourceKind.fact',
} as const

/**
 * Why the assistant said it: the passages it was given as they stood then, one click away. What
 * it rests on comes first; what it was given and did not use is one click further.
 */
export function AnswerSources({ answer }: { answer: Answer }) {
  const t = useT()
  const { percent } = useFormat()
  const { sources, confidence } = answer
  const used = sources.filter((source) => source.isCited === 1)
  const others = sources.filter((source) => source.isCited !== 1)
  const claims = answer.claims.filter(({ isRejected }) => isRejected === 0)
  const rejected = answer.claims.filter(({ isRejected }) => isRejected === 1)
  return (
    <details className="group mt-1.5 w-full">
      <summary className={classes(toggle, 'ml-auto text-ai')}>
        <ChevronRight className="size-3.5 transition-transform group-open:rotate-90" aria-hidden />
        {t('inbox.sources')}
      </summary>
      <div className="mt-1 flex flex-col gap-2 border-l-2 border-ai/30 pl-3 text-small">
        {sources.length === 0 && <p className="text-soft">{t('inbox.sourcesNone')}</p>}
        {used.map((source) => (
          <SourceText key={source.number} source={source} />
        ))}
        {others.length > 0 && (
          <details className="group/others">
            <summary className={classes(toggle, 'text-soft')}>
              <ChevronRight
                className="size-3.5 transition-transform group-open/others:rotate-90"
                aria-hidden
              />
              {t('common.more')} ({others.length})
            </summary>
            <div className="mt-1 flex flex-col gap-2">
              {others.map((source) => (
                <SourceText key={source.number} source={source} />
              ))}
            </div>
          </details>
        )}
        {claims.length > 0 && <ClaimList claims={claims} />}
        {answer.calls.length > 0 && <CallList calls={answer.calls} />}
        {answer.rejectedReply && (
          <HeldWording
            title={t('claims.rejected')}
            reply={answer.rejectedReply}
            claims={rejected}
          />
        )}
        {answer.heldReply && (
          <HeldWording title={t('claims.held')} reply={answer.heldReply} claims={[]} />
        )}
        {confidence !== null && (
          <p className="text-faint">
            {t('inbox.sourcesConfidence', { percent: percent(confidence) })}
          </p>
        )}
      </div>
    </details>
  )
}

const toggle =
  'flex w-fit min-h-6 items-center gap-1 rounded-sm text-small font-medium hover:underline'

function SourceText({ source }: { source: Answer['sources'][number] }) {
  const t = useT()
  return (
    <div>
      <p className="flex flex-wrap items-center gap-1.5">
        <BookOpen className="size-3.5 shrink-0 text-faint" aria-hidden />
        <span className="font-medium text-ink">{source.title}</span>
        <span className="text-faint">
          {source.kind in kinds ? t(kinds[source.kind as keyof typeof kinds]) : source.kind}
        </span>
        {source.page !== null && (
          <span className="text-faint">{t('inbox.sourcePage', { page: source.page })}</span>
        )}
        {source.isCited === 1 && <Badge tone="ai">{t('inbox.sourcesCited')}</Badge>}
      </p>
      {source.url && (
        <a
          href={source.url}
          target="_blank"
          rel="noreferrer"
          className="break-all text-accent-ink underline-offset-2 hover:underline"
        >
          {source.url}
        </a>
      )}
      <p className="mt-0.5 whitespace-pre-wrap text-soft">{source.text}</p>
    </div>
  )
}
