import { Mic } from 'lucide-react'
import { useState } from 'react'
import type { ComponentType } from 'react'
import { Button } from '../button.tsx'
import { useT } from '../i18n-provider.tsx'

/** A finished recording: its sound and its length, ms. */
export type Recorded = { file: File; durationMs: number }

export type RecorderProps = {
  channelName: string
  /** messengers show only Opus as a voice message */
  wantsOpus: boolean
  onDone: (recorded: Recorded) => void
  onClose: () => void
}

/** Opens the recorder; what records is fetched when somebody wants to. */
export function useRecorder() {
  const [Recorder, setRecorder] = useState<ComponentType<RecorderProps>>()
  const [isOpen, setOpen] = useState(false)
  return {
    Recorder: isOpen ? Recorder : undefined,
    open: () => {
      setOpen(true)
      import('./voice-recorder.tsx')
        .then((loaded) => setRecorder(() => loaded.VoiceRecorder))
        .catch(() => setOpen(false))
    },
    close: () => setOpen(false),
  }
}

export function RecordButton({ onClick }: { onClick: () => void }) {
  const t = useT()
  return (
    <Button
      variant="quiet"
      size="small"
      onClick={onClick}
      aria-label={t('media.record')}
      title={t('media.record')}
      className="noscript:hidden pointer-coarse:size-10"
      icon={<Mic className="size-4" aria-hidden />}
    />
  )
}
