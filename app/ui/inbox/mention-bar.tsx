import { Link } from '@remix-run/react'
import { AtSign } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useT } from '../i18n-provider.tsx'
import { useSendAction } from './action-form.tsx'
import type { ThreadData } from './page-data.ts'

/** Somebody named you in a note here: who, and the way to it. It stays while one is here. */
export function MentionBar({ data }: { data: ThreadData }) {
  const t = useT()
  const [shown, setShown] = useState(data.mention)
  const { mention = shown, head } = data
  useEffect(() => {
    if (data.mention) setShown(data.mention)
  }, [data.mention])
  if (!mention) return null
  return (
    <div className="flex items-center gap-3 border-b bg-accent-soft px-4 py-2 text-accent-ink">
      <AtSign className="size-4 shrink-0" aria-hidden />
      <p className="min-w-0 flex-1">{t('mentions.byName', { name: mention.byName })}</p>
      <Link
        to={`/conversations/${head.id}/notes/${mention.noteId}`}
        onClick={() => setShown(undefined)}
        className="inline-flex min-h-6 items-center font-medium underline decoration-from-font underline-offset-2"
      >
        {t('mentions.goToNote')}
      </Link>
    </div>
  )
}

/** Tells that this person has it in view: viewing itself never writes. */
export function useMentionRead({ head, mention }: ThreadData) {
  const sendAction = useSendAction()
  const noteId = mention?.noteId
  useEffect(() => {
    if (noteId === undefined) return
    const tell = () => {
      if (document.hidden) return
      document.removeEventListener('visibilitychange', tell)
      sendAction(`/conversations/${head.id}/mention-reads`, {})
    }
    tell()
    if (document.hidden) document.addEventListener('visibilitychange', tell)
    return () => document.removeEventListener('visibilitychange', tell)
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for each unseen note
  }, [head.id, noteId])
}
