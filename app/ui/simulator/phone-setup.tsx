import { Form } from '@remix-run/react'
import { Button } from '../button.tsx'
import { Card } from '../card.tsx'
import { Field } from '../field.tsx'
import { useT } from '../i18n-provider.tsx'
import { Input, Select } from '../input.tsx'
import type { Line, PhoneFacts } from './simulator-facts.ts'

/** Who holds the phone and which line it writes to. */
export function PhoneSetup({ lines, phone }: { lines: Line[]; phone?: PhoneFacts }) {
  const t = useT()
  return (
    <Card title={t('simulator.setup')}>
      <Form method="get" action="/simulator" className="flex flex-col gap-4">
        <Field name="line" label={t('simulator.line')}>
          <Select defaultValue={phone?.line.id}>
            {lines.map((line) => (
              <option key={line.id} value={line.id}>
                {line.name}
              </option>
            ))}
          </Select>
        </Field>
        <Field name="name" label={t('simulator.name')}>
          <Input defaultValue={phone?.person.name} maxLength={60} autoComplete="off" />
        </Field>
        <Field name="number" label={t('simulator.number')} help={t('simulator.numberHelp')}>
          <Input defaultValue={phone?.person.number} inputMode="numeric" autoComplete="off" />
        </Field>
        <Button type="submit">{t('simulator.use')}</Button>
      </Form>
    </Card>
  )
}
