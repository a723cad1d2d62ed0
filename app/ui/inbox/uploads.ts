import { useEffect, useRef, useState } from 'react'
import type { ChannelKind } from '#app/domain/endpoints/channel-kinds.ts'
import { fateOf, UPLOADS_MAX } from '#app/domain/endpoints/media-rules.ts'

/** A chosen file on its way to the server, before its message is sent. */
export type Upload = {
  key: string
  file: File
  state: 'uploading' | 'done' | 'failed'
  /** 0..100 */
  percent: number
  /** why it failed */
  reason?: string
  /** once it is there */
  fileId?: number
  /** of a recording made here */
  voiceMs?: number
  /** shows or plays what is chosen, without the server */
  localUrl?: string
  /** it arrives, but not to be seen in the chat itself */
  isDocument: boolean
}

type Answer = { ok: true; fileId: number } | { ok: false; reason: string }

/** Files this page has uploaded, so that one put back into the field travels only once. */
const uploadedIds = new WeakMap<File, { fileId: number; voiceMs?: number }>()
const uploadedFiles = new Map<number, File>()
const KEPT_MAX = 30

/** The file behind an upload of this page, for whoever takes its message back. */
export function fileOfUpload(fileId: number): File | undefined {
  return uploadedFiles.get(fileId)
}

/**
 * The files of a message being written. Each is sent ahead as soon as it is chosen, shows how far
 * it is, and can be tried again. Without a script the form's own file field carries them.
 */
export function useUploads(conversationId: number, channel: ChannelKind) {
  const input = useRef<HTMLInputElement>(null)
  const [list, setList] = useState<Upload[]>([])
  const [tooMany, setTooMany] = useState(false)
  const latest = useRef(list)
  latest.current = list
  const running = useRef(new Map<string, XMLHttpRequest>())

  const change = (key: string, next: Partial<Upload>) =>
    setList((all) => all.map((one) => (one.key === key ? { ...one, ...next } : one)))

  function start(upload: Upload) {
    const { key, file, voiceMs } = upload
    const request = send(`/conversations/${conversationId}/uploads`, upload, {
      onProgress: (percent) => change(key, { percent }),
      onEnd: (answer) => {
        running.current.delete(key)
        if (!answer.ok) return change(key, { state: 'failed', reason: answer.reason })
        keep(file, { fileId: answer.fileId, voiceMs })
        change(key, { state: 'done', percent: 100, fileId: answer.fileId })
      },
    })
    running.current.set(key, request)
  }

  function add(files: Iterable<File> | null, voiceMs?: number) {
    const chosen = [...(files ?? [])]
    if (input.current) input.current.value = ''
    if (chosen.length === 0) return
    const free = UPLOADS_MAX - latest.current.length
    setTooMany(chosen.length > free)
    const added = chosen.slice(0, free).map((file) => toUpload(file, channel, voiceMs))
    setList((all) => [...all, ...added])
    for (const upload of added) if (upload.state === 'uploading') start(upload)
  }

  function remove({ key, localUrl }: Upload) {
    running.current.get(key)?.abort()
    running.current.delete(key)
    if (localUrl) URL.revokeObjectURL(localUrl)
    setTooMany(false)
    setList((all) => all.filter((one) => one.key !== key))
  }

  function retry(upload: Upload) {
    change(upload.key, { state: 'uploading', percent: 0, reason: undefined })
    start(upload)
  }

  useEffect(() => {
    // Chosen before the script was there.
    if (input.current?.files?.length) add(input.current.files)
    const all = running.current
    return () => all.forEach((request) => request.abort())
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once
  }, [])

  return {
    ...{ input, list, tooMany, add, remove, retry },
    isBusy: list.some((one) => one.state !== 'done'),
    clear: () => {
      setTooMany(false)
      for (const { localUrl } of latest.current) if (localUrl) URL.revokeObjectURL(localUrl)
      setList([])
    },
  }
}

export type Uploads = ReturnType<typeof useUploads>

function toUpload(file: File, channel: ChannelKind, voiceMs?: number): Upload {
  const known = uploadedIds.get(file)
  const fate = fateOf(file, channel)
  const hasLook = /^(image|audio)\//.test(file.type) || voiceMs !== undefined
  return {
    ...{ key: crypto.randomUUID(), file, isDocument: fate === 'document' },
    voiceMs: voiceMs ?? known?.voiceMs,
    localUrl: hasLook ? URL.createObjectURL(file) : undefined,
    ...(fate === 'too_large'
      ? { state: 'failed', percent: 0, reason: 'file_too_large' }
      : known
        ? { state: 'done', percent: 100, fileId: known.fileId }
        : { state: 'uploading', percent: 0 }),
  }
}

function keep(file: File, made: { fileId: number; voiceMs?: number }) {
  uploadedIds.set(file, made)
  uploadedFiles.set(made.fileId, file)
  const [oldest] = uploadedFiles.keys()
  if (uploadedFiles.size > KEPT_MAX && oldest !== undefined) uploadedFiles.delete(oldest)
}

/** `fetch` cannot tell how far a body is. */
function send(
  path: string,
  { file, voiceMs }: Upload,
  on: { onProgress: (percent: number) => void; onEnd: (answer: Answer) => void },
): XMLHttpRequest {
  const request = new XMLHttpRequest()
  const form = new FormData()
  form.set('file', file)
  if (voiceMs !== undefined) form.set('voice', '1')
  request.upload.addEventListener('progress', ({ loaded, total }) =>
    on.onProgress(total > 0 ? Math.floor((loaded / total) * 100) : 0),
  )
  request.addEventListener('load', () => on.onEnd(readAnswer(request)))
  request.addEventListener('error', () => on.onEnd({ ok: false, reason: 'offline' }))
  request.open('POST', path)
  request.send(form)
  return request
}

function readAnswer({ status, responseText }: XMLHttpRequest): Answer {
  if (status === 413) return { ok: false, reason: 'file_too_large' }
  try {
    return JSON.parse(responseText) as Answer
  } catch {
    return { ok: false, reason: 'unknown' }
  }
}
