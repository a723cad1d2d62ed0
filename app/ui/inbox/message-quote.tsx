import { Link, useLocation } from '@remix-run/react'
import { CornerUpLeft } from 'lucide-react'
import { createContext, useContext } from 'react'
import type { ThreadMessage } from '#app/domain/conversations/shown.ts'
import { useT } from '../i18n-provider.tsx'
import { useAuthorWord } from './author-sign.tsx'
import { toLine } from './preview-text.ts'

/** The messages on this page: what is among them is jumped to, anything else is a page away. */
export const ShownMessages = createContext<ReadonlySet<number>>(new Set())

/** What a message answers, and the way there. */
export function MessageQuote(props: { message: ThreadMessage; contactName: string }) {
  const { quote, isQuoteLost } = props.message
  const t = useT()
  const word = useAuthorWord()
  const toQuote = useWayTo(quote)
  if (!quote && !isQuoteLost) return null
  const look =
    'mb-1.5 flex gap-1.5 rounded-r-sm border-l-2 border-line-strong pl-2 text-small text-soft'
  const icon = <CornerUpLeft className="mt-px size-3.5 shrink-0 text-faint" aria-hidden />
  if (!quote)
    return (
      <blockquote className={look}>
        {icon}
        {t('inbox.quoteLost')}
      </blockquote>
    )
  const name =
    quote.authorKind === 'contact' ? props.contactName : word(quote.authorKind, quote.authorName)
  return (
    <blockquote>
      <Link
        to={toQuote}
        preventScrollReset
        title={t('thread.quoteJump')}
        className={`${look} hover:bg-hover`}
      >
        {icon}
        <span className="min-w-0">
          <span className="block font-medium">
            <span className="sr-only">{t('inbox.quotes', { name: '' })}</span>
            {name}
          </span>
          <span className="line-clamp-2">{toLine(t, quote)}</span>
        </span>
      </Link>
    </blockquote>
  )
}

function useWayTo(quote: ThreadMessage['quote']): string {
  const shown = useContext(ShownMessages)
  const { pathname, search } = useLocation()
  if (!quote) return pathname
  const params = new URLSearchParams(search)
  if (!shown.has(quote.id)) params.set('before', quote.page)
  return `${pathname}?${params.toString()}#message-${quote.id}`
}
