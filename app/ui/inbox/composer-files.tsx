import { FileText, X } from 'lucide-react'
import { useRef, useState } from 'react'
import { useErrorText, useFormat, useT } from '../i18n-provider.tsx'

/** Bytes of one file; the channel may allow less and says so then. */
const FILE_BYTES_MAX = 16 * 1024 * 1024
const FILES_MAX = 10

/** The chosen files, kept in the form's own field, so that a plain post carries the same. */
export function useFiles() {
  const input = useRef<HTMLInputElement>(null)
  const [list, setList] = useState<File[]>([])
  const [isRefused, setRefused] = useState(false)
  function put(files: File[]) {
    const fitting = files.filter((file) => file.size <= FILE_BYTES_MAX).slice(0, FILES_MAX)
    setRefused(fitting.length < files.length)
    setList(fitting)
    if (!input.current) return
    const transfer = new DataTransfer()
    for (const file of fitting) transfer.items.add(file)
    input.current.files = transfer.files
  }
  return {
    ...{ input, list, isRefused, put },
    add: (files: FileList) => files.length > 0 && put([...list, ...files]),
    replace: (files: FileList | null) => put([...(files ?? [])]),
    remove: (file: File) => put(list.filter((one) => one !== file)),
    clear: () => put([]),
  }
}

export function FileChips({ files, isOn }: { files: ReturnType<typeof useFiles>; isOn: boolean }) {
  const t = useT()
  const errorText = useErrorText()
  const { bytes } = useFormat()
  if (!isOn) return null
  return (
    <>
      {files.isRefused && (
        <p role="alert" className="px-3 pb-2 text-small font-medium text-bad">
          {errorText('file_too_large', { max: bytes(FILE_BYTES_MAX) })}
        </p>
      )}
      {files.list.length > 0 && (
        <ul className="flex flex-wrap gap-1.5 px-3 pb-2">
          {files.list.map((file, index) => (
            <li
              key={file.name + index}
              className="flex items-center gap-1.5 rounded-md border bg-canvas py-0.5 pr-0.5 pl-2 text-small"
            >
              <FileText className="size-3.5 shrink-0 text-faint" aria-hidden />
              <span className="max-w-44 truncate">{file.name}</span>
              <span className="text-faint">{bytes(file.size)}</span>
              <button
                type="button"
                onClick={() => files.remove(file)}
                aria-label={t('inbox.detach', { name: file.name })}
                className="grid size-6 place-items-center rounded-sm text-faint hover:bg-hover hover:text-ink"
              >
                <X className="size-3.5" aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
