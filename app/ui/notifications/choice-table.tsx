import { notificationKinds, notificationWays } from '#app/domain/notifications/kinds.ts'
import type { Choice, NotificationKind, NotificationWay } from '#app/domain/notifications/kinds.ts'
import { fieldId } from '../field.tsx'
import { useKeptCheck } from '../form-state.tsx'
import { useT } from '../i18n-provider.tsx'

const wayKeys = {
  inApp: 'notifications.inApp',
  push: 'notifications.push',
  email: 'notifications.email',
} as const

/** Kinds down, ways across: a box for each. */
export function ChoiceTable({ choices }: { choices: Record<NotificationKind, Choice> }) {
  const t = useT()
  return (
    <div className="rounded-md border bg-surface">
      <table className="w-full border-collapse text-left">
        <caption className="sr-only">{t('notifications.chooseTitle')}</caption>
        <thead>
          <tr className="border-b text-small text-faint">
            <th scope="col" className="px-3 py-2.5 font-medium sm:px-4">
              {t('notifications.what')}
            </th>
            {notificationWays.map((way) => (
              <th
                key={way}
                scope="col"
                className="w-16 px-1 py-2.5 text-center font-medium sm:w-24"
              >
                {t(wayKeys[way])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {notificationKinds.map((kind) => (
            <tr key={kind} className="border-b last:border-b-0">
              <th scope="row" className="px-3 py-1 font-normal sm:px-4">
                {t(`notifications.kind_${kind}`)}
              </th>
              {notificationWays.map((way) => (
                <td key={way} className="px-1 py-1 text-center">
                  <Box kind={kind} way={way} isOn={choices[kind][way]} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Box(props: { kind: NotificationKind; way: NotificationWay; isOn: boolean }) {
  const { kind, way, isOn } = props
  const t = useT()
  const name = `${kind}.${way}`
  const isChecked = useKeptCheck(name, isOn)
  const label = t('notifications.way', {
    kind: t(`notifications.kind_${kind}`),
    way: t(wayKeys[way]),
  })
  return (
    <label className="inline-grid size-9 cursor-pointer place-items-center rounded-md hover:bg-hover">
      <span className="sr-only">{label}</span>
      <input
        id={fieldId(name)}
        type="checkbox"
        name={name}
        defaultChecked={isChecked}
        className="size-4 rounded-sm"
      />
    </label>
  )
}
