import { Download, Mic, Music, Pause, Play } from 'lucide-react'
import { useEffect, useId, useRef, useState } from 'react'
import { useT } from '../i18n-provider.tsx'
import type { PlayerProps } from './audio-item.tsx'
import { toLength } from './length.ts'

const SPEEDS = [1, 1.5, 2]
const STARTED = 'voice-started'

/** Plays one recording: place, speed and length by mouse and keyboard; one at a time. */
export function VoicePlayer({ src, label, isVoice, durationMs }: PlayerProps) {
  const t = useT()
  const audio = useRef<HTMLAudioElement>(null)
  const id = useId()
  const [isPlaying, setPlaying] = useState(false)
  const [atMs, setAtMs] = useState(0)
  const [lengthMs, setLengthMs] = useState(durationMs)
  const [speed, setSpeed] = useState(1)
  const [isBroken, setBroken] = useState(false)

  useEffect(() => {
    const stopForOthers = (event: Event) => {
      if ((event as CustomEvent<string>).detail !== id) audio.current?.pause()
    }
    window.addEventListener(STARTED, stopForOthers)
    return () => window.removeEventListener(STARTED, stopForOthers)
  }, [id])

  function toggle() {
    const sound = audio.current
    if (!sound) return
    if (!sound.paused) return sound.pause()
    sound.playbackRate = speed
    window.dispatchEvent(new CustomEvent(STARTED, { detail: id }))
    sound.play().catch(() => setBroken(true))
  }

  function changeSpeed() {
    const next = SPEEDS[(SPEEDS.indexOf(speed) + 1) % SPEEDS.length] ?? 1
    setSpeed(next)
    if (audio.current) audio.current.playbackRate = next
  }

  if (isBroken)
    return (
      <p className="text-small text-soft">
        {t('media.playFailed')}{' '}
        <a href={`${src}?download`} className="underline underline-offset-2">
          {t('media.download')}
        </a>
      </p>
    )
  const shownMs = lengthMs ?? 0
  const position = t('media.positionText', { at: toLength(atMs), length: toLength(shownMs) })
  const Sign = isVoice ? Mic : Music
  return (
    <div
      role="group"
      aria-label={label}
      className="flex h-12 items-center gap-2 rounded-md bg-sunken pr-1.5 pl-1.5"
      data-voice-player
    >
      {/* eslint-disable-next-line jsx-a11y/media-has-caption -- its words, where known, stand below */}
      <audio
        ref={audio}
        src={src}
        preload={durationMs === null ? 'metadata' : 'none'}
        onPlay={() => setPlaying(true)}
        onPause={() => setPlaying(false)}
        onEnded={() => setAtMs(0)}
        onTimeUpdate={(event) => setAtMs(event.currentTarget.currentTime * 1000)}
        onLoadedMetadata={({ currentTarget: { duration } }) =>
          Number.isFinite(duration) && setLengthMs(duration * 1000)
        }
        onError={() => setBroken(true)}
      />
      <button
        type="button"
        onClick={toggle}
        aria-label={t(isPlaying ? 'media.pausePlay' : 'media.play')}
        className="grid size-9 shrink-0 place-items-center rounded-full bg-accent text-accent-on hover:bg-accent-strong pointer-coarse:size-10"
      >
        {isPlaying ? (
          <Pause className="size-4" aria-hidden />
        ) : (
          <Play className="size-4 translate-x-px" aria-hidden />
        )}
      </button>
      <span className="flex min-w-0 flex-1 flex-col justify-center">
        <input
          type="range"
          min={0}
          max={Math.max(1, Math.round(shownMs))}
          step={100}
          value={Math.min(atMs, shownMs)}
          aria-label={t('media.position')}
          aria-valuetext={position}
          onChange={(event) => {
            const next = Number(event.target.value)
            setAtMs(next)
            if (audio.current) audio.current.currentTime = next / 1000
          }}
          className="h-6 w-full accent-(--accent)"
        />
        <span
          className="-mt-1 flex items-center gap-1 text-small text-soft tabular-nums"
          aria-hidden
        >
          <Sign className="size-3 shrink-0" />
          {toLength(isPlaying || atMs > 0 ? atMs : shownMs)}
        </span>
      </span>
      <button
        type="button"
        onClick={changeSpeed}
        aria-label={t('media.speed', { speed })}
        className="h-7 min-w-9 shrink-0 rounded-md px-1 text-small font-medium text-soft tabular-nums hover:bg-hover hover:text-ink pointer-coarse:h-10"
      >
        {speed}×
      </button>
      <a
        href={`${src}?download`}
        aria-label={t('media.download')}
        title={t('media.download')}
        className="grid size-7 shrink-0 place-items-center rounded-md text-faint hover:bg-hover hover:text-ink pointer-coarse:size-10"
      >
        <Download className="size-3.5" aria-hidden />
      </a>
    </div>
  )
}
