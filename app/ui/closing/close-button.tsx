import { Archive } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { LinkButton } from '../button.tsx'
import { useT } from '../i18n-provider.tsx'
import { useInboxAround } from '../inbox/inbox-context.tsx'

const CloseDialog = lazy(() => import('./close-dialog.tsx'))

/** Asks how it ended: a dialog with a script, a page without. */
export function CloseButton({ id, name }: { id: number; name: string }) {
  const t = useT()
  const { query } = useInboxAround()
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <LinkButton
        to={`/conversations/${id}/closure${query}`}
        size="small"
        variant="quiet"
        data-shortcut="close"
        title={`${t('inbox.close')} (E)`}
        aria-label={t('inbox.close')}
        aria-haspopup="dialog"
        className="size-7 px-0! pointer-coarse:size-10"
        icon={<Archive className="size-4" aria-hidden />}
        onClick={(event) => {
          // A middle or a control click opens the page, as of every link.
          if (event.metaKey || event.ctrlKey || event.shiftKey) return
          event.preventDefault()
          setAsking(true)
        }}
      />
      {isAsking && (
        <Suspense>
          <CloseDialog id={id} name={name} onClose={() => setAsking(false)} />
        </Suspense>
      )}
    </>
  )
}
