import { useEffect, useRef } from 'react'
import { useNavigate } from '@remix-run/react'
import type { Strategy } from '#app/domain/assignment/strategy.ts'
import { LinkButton } from '../button.tsx'
import { useT } from '../i18n-provider.tsx'
import { AssignForm } from './assign-form.tsx'
import type { AssignDialogData } from './shown.ts'

/** Who gets it, over the page. The page's address opens it, so it stands there without a script too. */
export function AssignDialog(props: {
  data: AssignDialogData
  meId: number
  strategy: Strategy
  closeTo: string
  problem: string | null
}) {
  const { data, meId, strategy, closeTo, problem } = props
  const t = useT()
  const navigate = useNavigate()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    // Without `open` the attribute of the page that was sent would make this a second, non-modal one.
    dialog.current?.close()
    dialog.current?.showModal()
    // Not the part that scrolls, which a browser would choose.
    dialog.current?.querySelector<HTMLElement>('input[type=radio]')?.focus()
  }, [])
  const close = () => navigate(closeTo, { preventScrollReset: true })
  return (
    <dialog
      ref={dialog}
      open
      aria-labelledby="assign-title"
      onCancel={(event) => {
        event.preventDefault()
        close()
      }}
      className="z-40 max-h-[min(44rem,calc(100dvh-2rem))] w-[min(34rem,calc(100vw-2rem))] flex-col rounded-lg bg-raised text-left shadow-float open:flex open:animate-[rise_120ms_ease-out]"
    >
      <AssignHeading data={data} />
      <AssignForm
        data={data}
        meId={meId}
        action="/queue/assignments"
        returnTo={closeTo}
        spreadBy={strategy}
        problem={problem}
        isBulk
        cancel={
          <LinkButton to={closeTo} preventScrollReset>
            {t('common.cancel')}
          </LinkButton>
        }
      />
    </dialog>
  )
}

/** What is being given away, and who has it now. */
export function AssignHeading({ data }: { data: AssignDialogData }) {
  const t = useT()
  const { contactName, conversationIds, ownerName } = data
  return (
    <header className="border-b px-5 py-4">
      <h2 id="assign-title" className="text-title font-semibold">
        {contactName === null
          ? t('assignment.dialogMany', { count: conversationIds.length })
          : t('assignment.dialogOne', { name: contactName || t('inbox.noName') })}
      </h2>
      {contactName !== null && (
        <p className="mt-0.5 text-soft">
          {ownerName ? t('assignment.ownedBy', { name: ownerName }) : t('assignment.ownedByNobody')}
        </p>
      )}
    </header>
  )
}
