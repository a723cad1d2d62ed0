import { FileText, Mic, RotateCw, X } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ChannelKind } from '#app/domain/endpoints/channel-kinds.ts'
import { fileBytesMaxOf, UPLOADS_MAX } from '#app/domain/endpoints/media-rules.ts'
import { useChannelName } from '../channel-icon.tsx'
import { classes } from '../classes.ts'
import { useErrorText, useFormat, useT } from '../i18n-provider.tsx'
import { toLength } from './length.ts'
import type { Upload, Uploads } from './uploads.ts'

/** The chosen files: what they are, how far they are, what stands in their way. */
export function FileChips(props: { files: Uploads; isOn: boolean; channel: ChannelKind }) {
  const { files, isOn, channel } = props
  const t = useT()
  const errorText = useErrorText()
  if (!isOn || (files.list.length === 0 && !files.tooMany)) return null
  return (
    <div className="px-3 pb-2">
      {files.tooMany && (
        <p role="alert" className="pb-2 text-small font-medium text-bad">
          {errorText('too_many_files', { max: UPLOADS_MAX })}
        </p>
      )}
      <ul aria-label={t('media.attached')} className="flex flex-wrap gap-2">
        {files.list.map((upload) => (
          <FileChip key={upload.key} {...{ upload, files, channel }} />
        ))}
      </ul>
    </div>
  )
}

function FileChip(props: { upload: Upload; files: Uploads; channel: ChannelKind }) {
  const { upload, files, channel } = props
  const { file, state, fileId } = upload
  const t = useT()
  return (
    <li
      className={classes(
        'flex max-w-full items-center gap-2 rounded-md border bg-canvas p-1 text-small',
        state === 'failed' && 'border-bad',
      )}
    >
      {fileId !== undefined && (
        <>
          <input type="hidden" name="uploadId" value={fileId} />
          <input type="hidden" name="uploadName" value={file.name} />
        </>
      )}
      <Look upload={upload} />
      {upload.voiceMs === undefined && (
        <span className="min-w-0">
          <span className="block max-w-48 truncate font-medium">{file.name}</span>
          <State upload={upload} channel={channel} />
        </span>
      )}
      {upload.voiceMs !== undefined && state !== 'done' && (
        <State upload={upload} channel={channel} />
      )}
      {state === 'failed' && upload.reason !== 'file_too_large' && (
        <ChipButton
          label={t('media.uploadAgain', { name: file.name })}
          onClick={() => files.retry(upload)}
        >
          <RotateCw className="size-3.5" aria-hidden />
        </ChipButton>
      )}
      <ChipButton
        label={
          upload.voiceMs === undefined ? t('inbox.detach', { name: file.name }) : t('media.discard')
        }
        onClick={() => files.remove(upload)}
      >
        <X className="size-3.5" aria-hidden />
      </ChipButton>
    </li>
  )
}

/** The picture itself; a recording to listen to before it is sent; else a sign. */
function Look({ upload: { file, localUrl, voiceMs } }: { upload: Upload }) {
  const t = useT()
  if (localUrl && voiceMs !== undefined)
    return (
      <>
        <Mic className="ml-1 size-4 shrink-0 text-faint" aria-hidden />
        {/* eslint-disable-next-line jsx-a11y/media-has-caption -- one's own words, just spoken */}
        <audio
          controls
          src={localUrl}
          aria-label={t('media.recorded', { length: toLength(voiceMs) })}
          className="h-9 w-60 max-w-full min-w-0"
        />
      </>
    )
  if (localUrl && file.type.startsWith('image/'))
    return <img src={localUrl} alt="" className="size-12 shrink-0 rounded-sm object-cover" />
  return (
    <span className="grid size-12 shrink-0 place-items-center rounded-sm bg-sunken">
      <FileText className="size-5 text-faint" aria-hidden />
    </span>
  )
}

function State({ upload, channel }: { upload: Upload; channel: ChannelKind }) {
  const t = useT()
  const errorText = useErrorText()
  const { bytes } = useFormat()
  const channelName = useChannelName()
  const { state, percent, reason, file, isDocument } = upload
  if (state === 'failed')
    return (
      <span role="alert" className="block text-bad">
        {reason === 'file_too_large'
          ? t('media.limit', {
              channel: channelName(channel),
              max: bytes(fileBytesMaxOf(channel)),
            })
          : `${t('media.uploadFailed')}. ${errorText(reason ?? 'unknown')}`}
      </span>
    )
  if (state === 'uploading')
    return (
      <span className="flex items-center gap-2 text-faint">
        <progress
          max={100}
          value={percent}
          aria-label={t('media.uploadingFile', { name: file.name })}
          className="progress h-1.5 w-24"
        />
        {t('media.uploading', { percent })}
      </span>
    )
  return (
    <span className="block text-faint">
      {bytes(file.size)}
      {isDocument && ` · ${t('media.asDocument')}`}
    </span>
  )
}

function ChipButton(props: { label: string; onClick: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      onClick={props.onClick}
      aria-label={props.label}
      title={props.label}
      className="grid size-7 shrink-0 place-items-center rounded-sm text-faint hover:bg-hover hover:text-ink pointer-coarse:size-10"
    >
      {props.children}
    </button>
  )
}
