import { Pause, Play, Square, Trash2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import type { MessageKey } from '#app/i18n/translate.ts'
import { Button } from '../button.tsx'
import { useT } from '../i18n-provider.tsx'
import { Notice } from '../notice.tsx'
import type { RecorderProps } from './composer-voice.tsx'
import { toLength } from './length.ts'
import { RECORDING_MINUTES_MAX, startRecording } from './recording.ts'
import type { Recording, RecordingProblem } from './recording.ts'

const TICK_MS = 100
const problems: Record<RecordingProblem, MessageKey> = {
  denied: 'media.recordDenied',
  no_device: 'media.recordNoDevice',
  failed: 'media.recordFailed',
  unsupported: 'media.recordUnsupported',
}

/** Records at once; stopping hands the recording to the message, to be heard before it is sent. */
export function VoiceRecorder({ channelName, wantsOpus, onDone, onClose }: RecorderProps) {
  const t = useT()
  const recording = useRef<Recording>()
  const [state, setState] = useState<'asking' | 'recording' | 'paused'>('asking')
  const [problem, setProblem] = useState<RecordingProblem>()
  const first = useRef<HTMLButtonElement>(null)
  const { lengthMs, level } = useMeter(recording, state)

  useEffect(() => {
    let isGone = false
    void startRecording().then((made) => {
      if ('problem' in made) return setProblem(made.problem)
      if (isGone) return made.discard()
      recording.current = made
      setState('recording')
      first.current?.focus()
    })
    return () => {
      isGone = true
      recording.current?.discard()
    }
  }, [])

  async function finish() {
    const made = recording.current
    if (!made) return
    const durationMs = made.lengthMs()
    const file = await made.stop()
    recording.current = undefined
    if (!file) return setProblem('failed')
    onDone({ file, durationMs })
  }
  useEffect(() => {
    const leave = (event: KeyboardEvent) => event.key === 'Escape' && onClose()
    window.addEventListener('keydown', leave)
    return () => window.removeEventListener('keydown', leave)
  }, [onClose])
  const isFull = lengthMs >= RECORDING_MINUTES_MAX * 60_000
  useEffect(() => {
    if (isFull) void finish()
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when there is no more room
  }, [isFull])

  if (problem)
    return (
      <div className="p-2" role="alert">
        <Notice tone="warn">
          {t(problems[problem])}{' '}
          <Button size="small" variant="quiet" onClick={onClose}>
            {t('common.close')}
          </Button>
        </Notice>
      </div>
    )
  const isPaused = state === 'paused'
  function toggle() {
    if (isPaused) recording.current?.resume()
    else recording.current?.pause()
    setState(isPaused ? 'recording' : 'paused')
  }
  const isPlain = wantsOpus && recording.current?.mimeType === 'audio/mp4'
  return (
    <div className="p-2" role="group" aria-label={t('media.record')}>
      <div className="flex flex-wrap items-center gap-2">
        <span
          aria-hidden
          className="size-2.5 shrink-0 rounded-full bg-bad"
          style={{ opacity: isPaused ? 0.3 : 0.4 + level * 0.6 }}
        />
        <span role="status" className="font-medium">
          {t(isPaused ? 'media.recordingPaused' : 'media.recording')}
        </span>
        <span className="text-soft tabular-nums" aria-hidden>
          {toLength(lengthMs)}
        </span>
        <span aria-hidden className="h-1.5 min-w-8 flex-1 overflow-hidden rounded-full bg-sunken">
          <span
            className="block h-full rounded-full bg-accent"
            style={{ width: `${isPaused ? 0 : Math.round(level * 100)}%` }}
          />
        </span>
        <Round label={t('media.discard')} onClick={onClose}>
          <Trash2 className="size-4" aria-hidden />
        </Round>
        <Round label={t(isPaused ? 'media.resume' : 'media.pause')} onClick={toggle}>
          {isPaused ? (
            <Play className="size-4" aria-hidden />
          ) : (
            <Pause className="size-4" aria-hidden />
          )}
        </Round>
        <Button
          ref={first}
          size="small"
          variant="primary"
          disabled={state === 'asking'}
          onClick={() => void finish()}
          icon={<Square className="size-3.5" aria-hidden />}
        >
          {t('media.stop')}
        </Button>
      </div>
      {isPlain && (
        <p className="mt-1.5 text-small text-faint">
          {t('media.recordPlain', { channel: channelName })}
        </p>
      )}
    </div>
  )
}

function Round(props: { label: string; onClick: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      onClick={props.onClick}
      aria-label={props.label}
      title={props.label}
      className="grid size-8 shrink-0 place-items-center rounded-md text-soft hover:bg-hover hover:text-ink pointer-coarse:size-10"
    >
      {props.children}
    </button>
  )
}

function useMeter(recording: { current: Recording | undefined }, state: string) {
  const [now, setNow] = useState({ lengthMs: 0, level: 0 })
  useEffect(() => {
    if (state !== 'recording') return
    const timer = setInterval(() => {
      const made = recording.current
      if (made) setNow({ lengthMs: made.lengthMs(), level: made.level() })
    }, TICK_MS)
    return () => clearInterval(timer)
  }, [recording, state])
  return now
}
