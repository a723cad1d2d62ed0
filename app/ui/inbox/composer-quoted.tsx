import { CornerUpLeft, X } from 'lucide-react'
import { useT } from '../i18n-provider.tsx'
import type { Quoted } from './compose-keys.ts'

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
        className="grid size-6 place-items-center rounded-sm text-faint hover:bg-hover hover:text-ink"
      >
        <X className="size-3.5" aria-hidden />
      </button>
    </div>
  )
}
