import { Form } from '@remix-run/react'
import { ChevronDown, Download, Eraser, GitMerge, MessageSquarePlus } from 'lucide-react'
import { LinkButton, SubmitButton } from '../button.tsx'
import { ConfirmDialog } from '../confirm-dialog.tsx'
import { useT } from '../i18n-provider.tsx'
import { Menu, MenuAction, MenuLink } from '../menu.tsx'

type May = {
  mayWrite: boolean
  mayEdit: boolean
  mayMerge: boolean
  mayExport: boolean
  mayErase: boolean
}

/** What can be done with a person: merge, block, hand out or erase what is known. */
export function ContactActions(props: {
  contact: { id: number; blockedAt: number | null }
  may: May
}) {
  const t = useT()
  const { contact, may } = props
  const hasRights = may.mayExport || may.mayErase
  return (
    <>
      {may.mayWrite && (
        <LinkButton
          to={`/conversations/new?contact=${contact.id}`}
          variant="primary"
          icon={<MessageSquarePlus className="size-4" aria-hidden />}
        >
          {t('starting.toContact')}
        </LinkButton>
      )}
      {may.mayMerge && (
        <LinkButton
          to={`/contacts/${contact.id}/merge`}
          icon={<GitMerge className="size-4" aria-hidden />}
        >
          {t('duplicates.merge')}
        </LinkButton>
      )}
      {may.mayEdit && <BlockButton id={contact.id} isBlocked={Boolean(contact.blockedAt)} />}
      {hasRights && (
        <Menu
          trigger={
            <>
              {t('privacy.menu')}
              <ChevronDown className="size-4" aria-hidden />
            </>
          }
          look={{ variant: 'secondary' }}
        >
          {may.mayExport && (
            <MenuAction action={`/contacts/${contact.id}/data`} icon={<Download />} reloadDocument>
              {t('privacy.export')}
            </MenuAction>
          )}
          {may.mayErase && (
            <MenuLink to={`/contacts/${contact.id}/erasure`} icon={<Eraser />}>
              {t('privacy.erase')}
            </MenuLink>
          )}
        </Menu>
      )}
    </>
  )
}

function BlockButton({ id, isBlocked }: { id: number; isBlocked: boolean }) {
  const t = useT()
  const action = `/contacts/${id}/block`
  if (isBlocked) {
    return (
      <Form method="post" action={action}>
        <input type="hidden" name="blocked" value="no" />
        <SubmitButton variant="secondary">{t('contacts.unblock')}</SubmitButton>
      </Form>
    )
  }
  return (
    <ConfirmDialog
      id="block"
      trigger={t('contacts.block')}
      title={t('contacts.blockTitle')}
      action={action}
      fields={{ blocked: 'yes' }}
      confirmLabel={t('contacts.block')}
    >
      {t('contacts.blockLead')}
    </ConfirmDialog>
  )
}
