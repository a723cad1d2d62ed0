import { Avatar } from '../avatar.tsx'
import { Checkbox } from '../choice.tsx'
import { Field } from '../field.tsx'
import { FileInput } from '../file-input.tsx'
import { useT } from '../i18n-provider.tsx'

/** The logo as it is, another one, or none. @param props.chosenUrl one that is not saved yet */
export function LogoField(props: {
  company: string
  logoUrl?: string
  chosenUrl?: string
  choose: (file: File | undefined) => void
}) {
  const { company, logoUrl, chosenUrl, choose } = props
  const t = useT()
  const shownUrl = chosenUrl ?? logoUrl
  return (
    <div className="flex flex-col gap-3">
      <div className="flex items-start gap-4">
        {shownUrl ? (
          <img
            src={shownUrl}
            alt={t('settings.logoNow', { company })}
            width={64}
            height={64}
            className="size-16 shrink-0 rounded-md border bg-surface object-contain"
          />
        ) : (
          <Avatar name={company} shape="square" size="large" />
        )}
        <div className="min-w-0 flex-1">
          <Field name="logo" label={t('settings.logo')} help={t('settings.logoHelp')} optional>
            {/* A file that was just saved must not be sent again with the next save. */}
            <FileInput
              key={logoUrl}
              accept="image/png,image/jpeg,image/webp,image/gif"
              onChange={(event) => choose(event.target.files?.[0])}
            />
          </Field>
        </div>
      </div>
      {logoUrl && <Checkbox name="removeLogo" label={t('settings.logoRemove')} />}
    </div>
  )
}
