import { CircleCheck, CirclePause, TriangleAlert } from 'lucide-react'
import { Badge } from '../badge.tsx'
import { useT } from '../i18n-provider.tsx'

export type EndpointStatus = 'active' | 'needs_reconnect' | 'disabled'

const looks = {
  active: { tone: 'good', icon: CircleCheck, label: 'channels.active' },
  needs_reconnect: { tone: 'warn', icon: TriangleAlert, label: 'channels.needs_reconnect' },
  disabled: { tone: 'neutral', icon: CirclePause, label: 'channels.disabled' },
} as const

export function ChannelState({ status }: { status: EndpointStatus }) {
  const t = useT()
  const { tone, icon: Icon, label } = looks[status]
  return (
    <Badge tone={tone} icon={<Icon className="size-3.5" aria-hidden />}>
      {t(label)}
    </Badge>
  )
}
