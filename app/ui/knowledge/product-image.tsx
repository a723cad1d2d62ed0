import { Checkbox } from '../choice.tsx'
import { Field } from '../field.tsx'
import { FileInput } from '../file-input.tsx'
import { useT } from '../i18n-provider.tsx'

/** The picture there is, another one, or none. */
export function ProductImage({ name, fileId }: { name: string; fileId: number | null }) {
  const t = useT()
  return (
    <div className="flex flex-wrap items-start gap-4">
      {fileId && (
        <img
          src={`/files/${fileId}`}
          alt={t('knowledge.imageOf', { name })}
          width={96}
          height={96}
          className="size-24 shrink-0 rounded-md border bg-surface object-cover"
        />
      )}
      <div className="flex min-w-0 flex-1 basis-60 flex-col gap-3">
        <Field name="image" label={t('knowledge.image')} help={t('knowledge.imageHelp')} optional>
          <FileInput accept="image/png,image/jpeg,image/webp,image/gif" />
        </Field>
        {fileId && <Checkbox name="removeImage" label={t('knowledge.imageRemove')} />}
      </div>
    </div>
  )
}
