import { toolNames } from '#app/domain/tools/kinds.ts'
import type { ToolSettings } from '#app/domain/tools/kinds.ts'
import { Switch } from '../choice.tsx'
import { Field } from '../field.tsx'
import { useT } from '../i18n-provider.tsx'
import { Input } from '../input.tsx'
import { Section } from '../page.tsx'

/** Every tool of the assistant: whether it has it, and how often it may use it. */
export function ToolFields({ settings }: { settings: ToolSettings }) {
  const t = useT()
  return (
    <Section title={t('tools.title')} description={t('tools.lead')}>
      <ul className="divide-y border-y">
        {toolNames.map((name) => (
          <li key={name} className="flex flex-col gap-3 py-4">
            <Switch
              name={`${name}_on`}
              label={t(`tools.name.${name}`)}
              help={t(`tools.help.${name}`)}
              defaultChecked={settings[name].isOn}
            />
            <Field name={`${name}_max`} label={t('tools.dailyMax')}>
              <Input
                inputMode="numeric"
                autoComplete="off"
                defaultValue={String(settings[name].dailyMax)}
                className="max-w-20"
              />
            </Field>
          </li>
        ))}
      </ul>
    </Section>
  )
}
