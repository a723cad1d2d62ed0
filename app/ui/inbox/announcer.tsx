import { useEffect, useRef, useState } from 'react'
import type { InboxRow } from '#app/domain/conversations/shown.ts'
import { useT } from '../i18n-provider.tsx'
import { toLine, toName } from './preview-text.ts'

/** Tells the ear what the eye sees come in: new words of customers, here or elsewhere. */
export function Announcer({ rows, openId }: { rows: InboxRow[]; openId: number | undefined }) {
  const t = useT()
  const [text, setText] = useState('')
  const seen = useRef<Map<number, number>>()
  useEffect(() => {
    const before = seen.current
    seen.current = new Map(rows.map((row) => [row.id, row.lastMessageAt]))
    if (!before) return
    const isNew = (row: InboxRow) =>
      row.lastAuthor === 'contact' &&
      row.lastMessageAt > (before.get(row.id) ?? 0) &&
      before.has(row.id)
    const news = rows.filter((row) => isNew(row) || (!before.has(row.id) && row.isUnread))
    const here = news.find((row) => row.id === openId)
    if (here) {
      const name = toName(t, { name: here.contactName, phone: here.contactPhone })
      const line = toLine(t, { text: here.lastText, type: here.lastType ?? 'text' })
      setText(t('inbox.live.newFrom', { name, text: line }))
    } else if (news.length > 0 && before.size > 0) setText(t('inbox.live.newElsewhere'))
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only new rows are news
  }, [rows])
  return (
    <p role="status" aria-live="polite" className="sr-only">
      {text}
    </p>
  )
}
