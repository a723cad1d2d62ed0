import { useEffect, useState } from 'react'
import type { ComponentType } from 'react'
import type { ThreadMessage } from '#app/domain/conversations/shown.ts'
import { useT } from '../i18n-provider.tsx'

type Media = ThreadMessage['media'][number]
export type PlayerProps = {
  src: string
  label: string
  isVoice: boolean
  durationMs: number | null
}

/** Fetched with the first recording on a page, and there at once for the others. */
let player: ComponentType<PlayerProps> | undefined

/** A recording: the browser's own player at first, ours as soon as it is here; its words below. */
export function AudioItem({ item, src, from }: { item: Media; src: string; from: string }) {
  const t = useT()
  const Player = usePlayer()
  const label = t(item.isVoice === 1 ? 'media.voiceFrom' : 'media.audioFrom', { name: from })
  return (
    <div className="w-72 max-w-full">
      {Player ? (
        <Player {...{ src, label }} isVoice={item.isVoice === 1} durationMs={item.durationMs} />
      ) : (
        // eslint-disable-next-line jsx-a11y/media-has-caption -- nor do voice messages come with words
        <audio
          controls
          preload="metadata"
          src={src}
          aria-label={label}
          className="h-12 w-full rounded-md"
        />
      )}
      {item.transcript && (
        <details className="mt-1">
          <summary className="inline-flex min-h-6 items-center rounded-sm text-small text-soft hover:underline">
            {t('media.transcript')}
          </summary>
          <p className="whitespace-pre-wrap">{item.transcript}</p>
        </details>
      )}
    </div>
  )
}

function usePlayer(): ComponentType<PlayerProps> | undefined {
  const [, setLoaded] = useState(false)
  useEffect(() => {
    if (player) return setLoaded(true)
    import('./voice-player.tsx')
      .then((loaded) => {
        player = loaded.VoicePlayer
        setLoaded(true)
      })
      .catch(() => {
        // The browser's own player stays.
      })
  }, [])
  const [isHydrated, setHydrated] = useState(false)
  useEffect(() => setHydrated(true), [])
  return isHydrated ? player : undefined
}
