import { Form } from '@remix-run/react'
import { MonitorSmartphone } from 'lucide-react'
import { SubmitButton } from '../button.tsx'
import { useT } from '../i18n-provider.tsx'
import { Notice } from '../notice.tsx'
import { Time } from '../time.tsx'
import { ThisDevice } from './this-device.tsx'

export type Device = { id: number; name: string; createdAt: number; lastUsedAt: number | null }

/** Browsers that show a member's notifications, and whether this one shall. */
export function DeviceList(props: { devices: Device[]; publicKey: string | undefined }) {
  const { devices, publicKey } = props
  const t = useT()
  return (
    <>
      {devices.length === 0 ? (
        <p className="text-soft">{t('notifications.deviceNone')}</p>
      ) : (
        <ul className="divide-y rounded-md border bg-surface">
          {devices.map((device) => (
            <Row key={device.id} device={device} />
          ))}
        </ul>
      )}
      {publicKey ? (
        <ThisDevice publicKey={publicKey} />
      ) : (
        <Notice>{t('notifications.pushOff')}</Notice>
      )}
    </>
  )
}

function Row({ device }: { device: Device }) {
  const t = useT()
  const name = device.name || t('notifications.deviceUnknown')
  const action = `/push-subscriptions/${device.id}/removal`
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 p-3">
      <MonitorSmartphone className="size-5 shrink-0 text-faint" aria-hidden />
      <div className="min-w-0 flex-1 basis-48">
        <p className="font-medium">{name}</p>
        <p className="text-small text-faint">
          {t('notifications.deviceSince')} <Time at={device.createdAt} as="exact" />
          {' · '}
          {t('notifications.deviceUsed')}:{' '}
          {device.lastUsedAt ? <Time at={device.lastUsedAt} /> : t('notifications.deviceNever')}
        </p>
      </div>
      <Form method="post" action={action}>
        <SubmitButton
          variant="secondary"
          size="small"
          action={action}
          aria-label={t('notifications.deviceRemoveNamed', { device: name })}
        >
          {t('notifications.deviceRemove')}
        </SubmitButton>
      </Form>
    </li>
  )
}
