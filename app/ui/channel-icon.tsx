import { classes } from './classes.ts'
import { useT } from './i18n-provider.tsx'

const channels = {
  'whatsapp-cloud': {
    name: 'common.channelWhatsapp',
    tint: 'text-[light-dark(#128a4a,#3ecf7c)]',
    path: 'M12 2.2a9.7 9.7 0 0 0-8.4 14.6L2.3 21.7l5-1.3A9.7 9.7 0 1 0 12 2.2Zm0 1.9a7.8 7.8 0 1 1-4.2 14.4l-.4-.2-2.5.7.7-2.4-.3-.4A7.8 7.8 0 0 1 12 4.1Zm-3.1 3.7c-.2 0-.5.1-.7.3-.3.3-1 .9-1 2.3s1 2.7 1.1 2.8c.2.2 2 3.1 4.9 4.2 2.4.9 2.9.7 3.4.7.5-.1 1.6-.7 1.9-1.3.2-.6.2-1.2.1-1.3 0-.1-.2-.2-.5-.3l-1.7-.8c-.2-.1-.4-.1-.6.1l-.7.9c-.2.2-.3.2-.6.1-.2-.1-1.1-.4-2.1-1.3a8 8 0 0 1-1.4-1.8c-.1-.2 0-.4.1-.5l.4-.5.3-.4v-.5l-.8-1.9c-.2-.5-.4-.5-.5-.5h-.6Z',
  },
  telegram: {
    name: 'common.channelTelegram',
    tint: 'text-[light-dark(#1b7fb8,#54b8ee)]',
    path: 'M12 2.2a9.8 9.8 0 1 0 0 19.6 9.8 9.8 0 0 0 0-19.6Zm4.5 6.7-1.6 7.7c-.1.5-.4.7-.9.4l-2.5-1.8-1.2 1.1c-.1.1-.2.3-.5.3l.2-2.5 4.6-4.2c.2-.2 0-.3-.3-.1l-5.7 3.6-2.4-.8c-.5-.2-.5-.5.1-.8l9.5-3.6c.4-.2.8.1.7.7Z',
  },
  'web-chat': {
    name: 'common.channelWebChat',
    tint: 'text-soft',
    path: 'M5.5 3.5A3.5 3.5 0 0 0 2 7v7a3.5 3.5 0 0 0 3.5 3.5H7v3c0 .5.6.8 1 .4l4-3.4h6.5A3.5 3.5 0 0 0 22 14V7a3.5 3.5 0 0 0-3.5-3.5h-13ZM7 9h10v1.8H7V9Zm0 3.3h6.5v1.8H7v-1.8Z',
  },
} as const

/** The channels of the product, as the API names them. */
export type ChannelName = keyof typeof channels

/** A channel's sign; read aloud by its name unless a text beside it says so (`decorative`). */
export function ChannelIcon(props: {
  channel: ChannelName
  decorative?: boolean
  className?: string
}) {
  const { channel, decorative, className = 'size-4' } = props
  const t = useT()
  const { name, tint, path } = channels[channel]
  const label = t(name)
  return (
    <svg
      viewBox="0 0 24 24"
      fill="currentColor"
      className={classes('shrink-0', tint, className)}
      {...(decorative ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      {!decorative && <title>{label}</title>}
      <path fillRule="evenodd" d={path} />
    </svg>
  )
}

/** A channel's name in words. */
export function useChannelName() {
  const t = useT()
  return (channel: ChannelName): string => t(channels[channel].name)
}
