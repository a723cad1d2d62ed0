import { CornerUpLeft, X } from 'lucide-react'
import { useT } from '../i18n-provider.tsx'
import { useAuthorWord } from './author-sign.tsx'
import type { Quoted } from './compose-keys.ts'
import type { ThreadData } from './page-data.ts'
import { toLine, toName } from './preview-text.ts'

/** The message that the address of the page asks to answer. */
export function useAskedQuote({ items, quotedId, head }: ThreadData): Quoted | undefined {
  const t = useT()
  const word = useAuthorWord()
  const asked = items.find((item) => item.kind === 'message' && item.id === quotedId)
  if (asked?.kind !== 'message' || asked.deletedAt !== null) return undefined
  const author =
    asked.authorKind === 'contact'
      ? toName(t, { name: head.contactName, phone: head.contactPhone })
      : word(asked.authorKind, asked.authorName)
  return { id: asked.id, author, text: toLine(t, asked) }
}

/** The message the next one answers, above the field. */
export function QuotedLine({ quoted, onDrop }: { quoted: Quoted; onDrop: () => void }) {
  const t = useT()
  return (
    <div className="flex items-start gap-2 border-b px-3 py-2 text-small text-soft">
      <input type="hidden" name="replyToId" value={quoted.id} />
      <CornerUpLeft className="mt-px size-3.5 shrink-0 text-faint" aria-hidden />
      <p className="min-w-0 flex-1">
        <span className="block font-medium">{t('inbox.quotes', { name: quoted.author })}</span>
        <span className="line-clamp-2">{quoted.text}</span>
      </p>
      <button
        type="button"
        onClick={onDrop}
        aria-label={t('composer.quoteDrop')}
        className="grid size-6 place-items-center rounded-sm text-faint hover:bg-hover hover:text-ink noscript:hidden"
      >
        <X className="size-3.5" aria-hidden />
      </button>
    </div>
  )
}
