import { Form } from '@remix-run/react'
import { SubmitButton } from '#app/ui/button.tsx'
import { ConfirmDialog } from '#app/ui/confirm-dialog.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Section } from '#app/ui/page.tsx'

/** Whether a member can come in: invitation, deactivation, and back. */
export function AccessSection({
  member,
}: {
  member: { id: number; name: string; status: 'invited' | 'active' | 'deactivated' }
}) {
  const { id, name, status } = member
  const t = useT()
  return (
    <Section title={t('members.access')}>
      <div className="flex flex-wrap gap-2">
        {status === 'invited' && (
          <>
            <Post action={`/members/${id}/invitation`} label={t('members.resend')} />
            <ConfirmDialog
              id="revoke"
              trigger={t('members.revoke')}
              title={t('members.revokeTitle', { name })}
              action={`/members/${id}/invitation/revocation`}
              confirmLabel={t('members.revoke')}
            >
              {t('members.revokeLead')}
            </ConfirmDialog>
          </>
        )}
        {status === 'active' && (
          <ConfirmDialog
            id="deactivate"
            trigger={t('members.deactivate')}
            title={t('members.deactivateTitle', { name })}
            action={`/members/${id}/deactivation`}
            confirmLabel={t('members.deactivate')}
          >
            {t('members.deactivateLead')}
          </ConfirmDialog>
        )}
        {status === 'deactivated' && (
          <Post action={`/members/${id}/activation`} label={t('members.reactivate')} />
        )}
      </div>
    </Section>
  )
}

function Post({ action, label }: { action: string; label: string }) {
  return (
    <Form method="post" action={action}>
      <SubmitButton variant="secondary" action={action}>
        {label}
      </SubmitButton>
    </Form>
  )
}
