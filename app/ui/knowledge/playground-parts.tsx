import { Link } from '@remix-run/react'
import { Badge } from '../badge.tsx'
import { Card } from '../card.tsx'
import { useFormat, useT } from '../i18n-provider.tsx'
import type { Trace } from './playground-trace.tsx'

export type Weighed = {
  number: number
  sourceKind: 'faq' | 'document' | 'product' | 'fact'
  sourceId: number
  title: string
  text: string
  page?: number | null
  url?: string | null
  score: number
  isCited: boolean
  wordScore: number | null
  cosine: number | null
}

const folders = {
  faq: '/knowledge/faqs',
  document: '/knowledge/documents',
  product: '/knowledge/products',
  fact: '/knowledge/facts',
}

/** What was found, best first, and what each half of the search made of it. */
export function WeighedPassages({ trace }: { trace: Trace }) {
  const t = useT()
  const { passages, search, corrections } = trace
  return (
    <Card flush title={t('playground.passages', { count: passages.length })}>
      <div className="px-4 pb-3 text-small text-soft">
        <p className="break-words">
          {t('playground.searched')}: <q>{search}</q>
        </p>
        {corrections.map(({ from, to }) => (
          <p key={from}>{t('playground.corrected', { from, to })}</p>
        ))}
        {passages.length === 0 && <p>{t('playground.passagesNone')}</p>}
      </div>
      <ol className="divide-y border-t">
        {passages.map((passage) => (
          <li key={passage.number} className="px-4 py-3">
            <Passage passage={passage} />
          </li>
        ))}
      </ol>
    </Card>
  )
}

function Passage({ passage }: { passage: Weighed }) {
  const t = useT()
  const { sourceKind, sourceId, title, text, page, url, isCited } = passage
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Link
          to={`${folders[sourceKind]}/${sourceId}`}
          className="font-medium break-words text-accent-ink underline-offset-2 hover:underline"
        >
          {title}
        </Link>
        {page && <span className="text-faint">{t('playground.page', { page })}</span>}
        {isCited && <Badge tone="ai">{t('playground.cited')}</Badge>}
      </p>
      {url && (
        <a
          href={url}
          target="_blank"
          rel="noreferrer"
          className="text-small break-all text-soft underline-offset-2 hover:underline"
        >
          {url}
        </a>
      )}
      <p dir="auto" className="mt-1 line-clamp-3 break-words text-soft">
        {text}
      </p>
      <Scores passage={passage} />
    </>
  )
}

function Scores({ passage: { score, wordScore, cosine } }: { passage: Weighed }) {
  const t = useT()
  const { percent } = useFormat()
  const show = (value: number | null) => (value === null ? '–' : percent(Math.max(0, value)))
  return (
    <p className="mt-1 text-small text-faint tabular-nums">
      {t('playground.scores', {
        ...{ score: score.toFixed(4), words: show(wordScore), meaning: show(cosine) },
      })}
    </p>
  )
}

/** The prompt in its parts, folded up. */
export function PromptParts({ prompt }: { prompt: Trace['prompt'] }) {
  const t = useT()
  const thread = prompt.messages.map(({ role, content }) => `${role}: ${content}`).join('\n\n')
  const parts = [
    [t('playground.promptStable'), prompt.stableSystem],
    [t('playground.promptChanging'), prompt.changingSystem],
    [t('playground.promptThread'), thread],
  ] as const
  return (
    <Card flush title={t('playground.prompt')}>
      <div className="divide-y border-t">
        {parts.map(([title, text]) => (
          <details key={title}>
            <summary className="flex min-h-10 cursor-pointer items-center justify-between gap-4 px-4 py-2">
              <span className="font-medium">{title}</span>
              <span className="text-small text-faint">
                {t('playground.characters', { count: text.length })}
              </span>
            </summary>
            <pre
              // Long, and scrolled by keyboard too.
              // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
              tabIndex={0}
              aria-label={title}
              className="max-h-96 overflow-auto px-4 pb-4 font-sans text-small break-words whitespace-pre-wrap text-soft"
            >
              {text}
            </pre>
          </details>
        ))}
      </div>
    </Card>
  )
}
