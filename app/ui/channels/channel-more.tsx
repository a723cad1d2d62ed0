import { Form } from '@remix-run/react'
import { Button } from '../button.tsx'
import type { ChannelName } from '../channel-icon.tsx'
import { ConfirmDialog } from '../confirm-dialog.tsx'
import { useT } from '../i18n-provider.tsx'
import { Section } from '../page.tsx'
import type { EndpointStatus } from './channel-state.tsx'

/** Check, fetch, pause, take away. */
export function ChannelMore(props: {
  endpoint: { id: number; channel: ChannelName; name: string; status: EndpointStatus }
}) {
  const { id, channel, name, status } = props.endpoint
  const t = useT()
  const at = `/channels/${id}`
  const isOff = status === 'disabled'
  return (
    <Section title={t('channels.more')} description={t('channels.moreLead')}>
      <div className="flex flex-wrap gap-2">
        <PostButton action={`${at}/check`}>{t('channels.checkNow')}</PostButton>
        {channel === 'whatsapp-cloud' && (
          <PostButton action={`${at}/templates`}>{t('channels.syncTemplates')}</PostButton>
        )}
        <PostButton action={`${at}/${isOff ? 'activation' : 'deactivation'}`}>
          {t(isOff ? 'channels.enable' : 'channels.disable')}
        </PostButton>
        <ConfirmDialog
          id="remove"
          trigger={t('channels.remove')}
          title={t('channels.removeTitle', { name })}
          action={`${at}/removal`}
          confirmLabel={t('channels.remove')}
        >
          {t('channels.removeLead')}
        </ConfirmDialog>
      </div>
    </Section>
  )
}

function PostButton({ action, children }: { action: string; children: string }) {
  return (
    <Form method="post" action={action}>
      <Button type="submit">{children}</Button>
    </Form>
  )
}
