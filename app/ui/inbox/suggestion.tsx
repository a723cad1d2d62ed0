import { useFetcher } from '@remix-run/react'
import { BookOpen, Sparkles, TriangleAlert, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from '../button.tsx'
import { useErrorText, useT } from '../i18n-provider.tsx'
import { compose } from './compose-keys.ts'
import type { ComposerResult, Suggestion } from './page-data.ts'

/** What the assistant would say here: asked for, thought about, there, refused or put away. */
export function useSuggestion(conversationId: number, result: ComposerResult | undefined) {
  const action = `/conversations/${conversationId}/suggestion`
  const fetcher = useFetcher<ComposerResult>({ key: action })
  const [isAway, setAway] = useState(false)
  const answer = fetcher.data ?? (result?.ok && result.suggestion ? result : undefined)
  useEffect(() => setAway(false), [fetcher.data])
  const made: Suggestion | undefined = answer?.ok ? answer.suggestion : undefined
  return {
    isThinking: fetcher.state !== 'idle',
    made: isAway ? undefined : made,
    refusal: !isAway && answer && !answer.ok ? answer.reason : undefined,
    ask: () => fetcher.submit(null, { method: 'post', action }),
    putAway: () => setAway(true),
  }
}

/** The suggestion above the field: to take as it is, to change, or to leave. */
export function SuggestionCard({ suggestion }: { suggestion: ReturnType<typeof useSuggestion> }) {
  const t = useT()
  const errorText = useErrorText()
  const { made, refusal, isThinking, putAway } = suggestion
  return (
    <div role="status">
      {isThinking && <p className="sr-only">{t('inbox.suggesting')}</p>}
      {refusal && <p className="mb-2 text-small text-soft">{errorText(refusal)}</p>}
      {made && (
        <div className="mb-2 rounded-lg bg-ai-soft px-3 py-2.5">
          <p className="flex items-center gap-1.5 text-small font-medium text-ai">
            <Sparkles className="size-3.5" aria-hidden />
            <span className="flex-1">
              {t('inbox.suggestion')}
              {made.writer === 'builtin' && ` · ${t('inbox.author.builtin')}`}
            </span>
            <button
              type="button"
              onClick={putAway}
              aria-label={t('common.dismiss')}
              className="grid size-6 place-items-center rounded-sm hover:bg-hover noscript:hidden"
            >
              <X className="size-3.5" aria-hidden />
            </button>
          </p>
          <p className="mt-1 max-h-40 overflow-y-auto whitespace-pre-wrap">{made.text}</p>
          {made.unsourced.length > 0 && (
            <p className="mt-1.5 flex items-start gap-1.5 text-small font-medium text-warn">
              <TriangleAlert className="mt-0.5 size-3.5 shrink-0" aria-hidden />
              {t('claims.checkBefore', { claims: made.unsourced.join(', ') })}
            </p>
          )}
          {made.sources.length > 0 && (
            <p className="mt-1.5 flex flex-wrap items-center gap-x-2 text-small text-soft">
              <BookOpen className="size-3.5 shrink-0" aria-hidden />
              {made.sources.map((source) => source.title).join(' · ')}
            </p>
          )}
          <Button
            size="small"
            className="mt-2 noscript:hidden"
            onClick={() => {
              compose('reply', { text: made.text })
              putAway()
            }}
          >
            {t('inbox.suggestionUse')}
          </Button>
        </div>
      )}
    </div>
  )
}
