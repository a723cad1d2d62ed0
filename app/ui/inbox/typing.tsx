import { useEffect, useRef, useState } from 'react'
import { useT } from '../i18n-provider.tsx'
import { useLiveNews } from './live.tsx'

/** How often a page says that one is writing, and how long that holds. */
const TELL_EVERY_MS = 3_000
const HOLDS_MS = 6_000

/** Tells others, now and then, that this member is writing an answer; losing it loses nothing. */
export function useTellTyping(conversationId: number): () => void {
  const lastAt = useRef(0)
  return () => {
    if (Date.now() - lastAt.current < TELL_EVERY_MS) return
    lastAt.current = Date.now()
    const body = new URLSearchParams()
    fetch(`/conversations/${conversationId}/typing`, { method: 'POST', body }).catch(() => {})
  }
}

/** Who else is writing in this conversation at the moment, below its last message. */
export function TypingLine(props: {
  conversationId: number
  contactName: string
  colleague: string | undefined
}) {
  const { conversationId, contactName, colleague } = props
  const t = useT()
  const [by, setBy] = useState<'contact' | 'member'>()
  const timer = useRef<ReturnType<typeof setTimeout>>()
  useLiveNews((news) => {
    if (news.kind !== 'changes') return
    for (const change of news.changes) {
      if (change.conversationId !== conversationId || change.kind === 'viewing') continue
      clearTimeout(timer.current)
      setBy(change.typing)
      if (change.typing) timer.current = setTimeout(() => setBy(undefined), HOLDS_MS)
    }
  })
  useEffect(() => () => clearTimeout(timer.current), [])
  if (!by && !colleague) return null
  return (
    <p className="px-4 pt-3 text-small text-faint">
      {by === 'contact'
        ? t('inbox.typing', { name: contactName })
        : colleague
          ? t('thread.typing', { name: colleague })
          : t('inbox.typingColleague')}
    </p>
  )
}
