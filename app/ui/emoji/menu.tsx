import { Smile } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { RefObject } from 'react'
import { useT } from '../i18n-provider.tsx'
import { Menu } from '../menu.tsx'

const EmojiPicker = lazy(() => import('./picker.tsx'))

/** Puts emoji where the caret of a field stands; only with a script, which is loaded on opening. */
export function EmojiMenu(props: {
  field: RefObject<HTMLTextAreaElement>
  text: string
  setText: (text: string) => void
}) {
  const { field, text, setText } = props
  const t = useT()
  const [isOpen, setOpen] = useState(false)
  function put(sign: string, from: HTMLElement) {
    const { selectionStart = text.length, selectionEnd = text.length } = field.current ?? {}
    setText(text.slice(0, selectionStart) + sign + text.slice(selectionEnd))
    from.closest('details')?.removeAttribute('open')
    // After the new words are in the field, or the caret would jump to their end.
    setTimeout(() => {
      field.current?.focus()
      field.current?.setSelectionRange(selectionStart + sign.length, selectionStart + sign.length)
    })
  }
  return (
    <div className="noscript:hidden">
      <Menu
        label={t('thread.emoji')}
        look={{ size: 'small' }}
        placement="above-start"
        onToggle={setOpen}
        trigger={
          <span title={t('thread.emoji')}>
            <Smile className="size-4" aria-hidden />
          </span>
        }
      >
        {isOpen && (
          <Suspense fallback={<span className="spinner m-4" />}>
            <EmojiPicker onPick={put} />
          </Suspense>
        )}
      </Menu>
    </div>
  )
}
