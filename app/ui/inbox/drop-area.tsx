import { FilePlus2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { RefObject } from 'react'
import { useT } from '../i18n-provider.tsx'

type Box = { top: number; left: number; width: number; height: number }

/**
 * Files dropped anywhere on the conversation, or pasted while nothing is being typed. The place
 * that takes them shows itself as soon as something is dragged over it.
 *
 * @param inside an element of the conversation
 */
export function DropArea(props: {
  inside: RefObject<HTMLElement>
  onFiles: (files: FileList) => void
}) {
  const t = useT()
  const [box, setBox] = useState<Box>()
  const take = useRef(props.onFiles)
  take.current = props.onFiles
  useEffect(() => {
    const area = props.inside.current?.closest('section')
    if (!area) return
    return listen(area, setBox, (files) => take.current(files))
  }, [props.inside])
  if (!box) return null
  return (
    <div
      style={box}
      className="pointer-events-none fixed z-40 flex flex-col items-center justify-center gap-1 border-2 border-dashed border-accent bg-surface/90 text-center"
      data-drop-area
    >
      <FilePlus2 className="size-7 text-accent-ink" aria-hidden />
      <p className="font-semibold">{t('media.drop')}</p>
      <p className="text-small text-soft">{t('media.dropHelp')}</p>
    </div>
  )
}

function listen(
  area: HTMLElement,
  show: (box: Box | undefined) => void,
  take: (files: FileList) => void,
) {
  const stop = new AbortController()
  const { signal } = stop
  const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
  // Entering a child leaves its parent: only the last leave is one.
  let depth = 0
  const end = () => {
    depth = 0
    show(undefined)
  }
  const on = (type: 'dragenter' | 'dragover' | 'dragleave' | 'drop', run: (e: DragEvent) => void) =>
    area.addEventListener(type, (event) => hasFiles(event) && run(event), { signal })
  on('dragenter', (event) => {
    event.preventDefault()
    depth += 1
    const { top, left, width, height } = area.getBoundingClientRect()
    if (depth === 1) show({ top, left, width, height })
  })
  on('dragover', (event) => event.preventDefault())
  on('dragleave', () => {
    depth -= 1
    if (depth <= 0) end()
  })
  on('drop', (event) => {
    event.preventDefault()
    end()
    if (event.dataTransfer) take(event.dataTransfer.files)
  })
  document.addEventListener(
    'paste',
    (event) => {
      const isTyping = (event.target as Element | null)?.closest('input, textarea, dialog')
      const { files } = event.clipboardData ?? {}
      if (isTyping || !files?.length) return
      event.preventDefault()
      take(files)
    },
    { signal },
  )
  return () => stop.abort()
}
