import { Button, SubmitButton } from '#app/ui/button.tsx'
import { Checkbox, RadioGroup, Switch } from '#app/ui/choice.tsx'
import { ConfirmDialog } from '#app/ui/confirm-dialog.tsx'
import { CopyField } from '#app/ui/copy-field.tsx'
import { Field } from '#app/ui/field.tsx'
import { FormErrorSummary } from '#app/ui/form-error-summary.tsx'
import { FormState } from '#app/ui/form-state.tsx'
import { Input, Select, Textarea } from '#app/ui/input.tsx'
import { Page, PageHeader, Section } from '#app/ui/page.tsx'
import { SampleShell } from './sample-shell.tsx'

const refused = {
  errors: { name: 'required', color: 'invalid_color' },
  values: { color: 'blue-ish', ai: 'on', when: 'suggest' },
}

export function SettingsPage() {
  return (
    <SampleShell at="/settings">
      <Page>
        <PageHeader
          title="Settings"
          description="What customers see, and how the assistant works."
        />
        <FormState result={refused}>
          <form className="flex flex-col gap-8">
            <FormErrorSummary labels={{ name: 'Company name', color: 'Colour' }} />
            <Section title="Company" description="Shown on the sign-in page and in mails.">
              <Field name="name" label="Company name">
                <Input autoComplete="organization" />
              </Field>
              <div className="grid gap-5 sm:grid-cols-2">
                <Field
                  name="color"
                  label="Colour"
                  help="Made readable in light and dark by itself."
                >
                  <Input />
                </Field>
                <Field name="currency" label="Currency">
                  <Select>
                    <option>KES, Kenyan shilling</option>
                    <option>UGX, Ugandan shilling</option>
                  </Select>
                </Field>
              </div>
              <Field
                name="about"
                label="About the company"
                optional
                help="The assistant reads this before it answers."
              >
                <Textarea defaultValue="Furniture and homeware, made in Nairobi since 2009." />
              </Field>
              <Field name="delivery" label="Delivery fee">
                <Input before="KES" after="per order" inputMode="decimal" defaultValue="350.00" />
              </Field>
            </Section>
            <Section
              title="Assistant"
              description="Answers from your own products, questions and documents."
            >
              <Switch
                name="ai"
                label="Answer automatically"
                help="A person’s message always pauses it in that conversation."
                defaultChecked
              />
              <Switch name="night" label="Answer outside business hours" />
              <RadioGroup
                name="when"
                legend="When it is not sure"
                defaultValue="hand"
                look="cards"
                options={[
                  {
                    value: 'hand',
                    label: 'Hand over to a person',
                    help: 'The customer is told that someone will answer.',
                  },
                  {
                    value: 'suggest',
                    label: 'Only suggest',
                    help: 'Its answer waits in the composer.',
                  },
                ]}
              />
              <Checkbox
                name="notify"
                label="Tell owners when the monthly budget runs out"
                help="By e-mail, once."
              />
            </Section>
            <Section title="Webhook" description="Paste this into the vendor’s console.">
              <CopyField
                label="Address"
                value="https://savanna.baraza.example/webhooks/whatsapp-cloud/ek_4f9d0b2c7a"
              />
            </Section>
            <div className="flex justify-end gap-2 border-t pt-5">
              <Button variant="quiet">Cancel</Button>
              <SubmitButton>Save</SubmitButton>
            </div>
          </form>
        </FormState>
        <Section title="Close the company" description="Everything is exported first.">
          <div>
            <ConfirmDialog
              id="close"
              trigger="Close Savanna Home & Living…"
              title="Close Savanna Home & Living?"
              action="/settings/closure"
              confirmLabel="Close the company"
            >
              7 members lose access and 2,418 conversations are removed after 30 days. This cannot
              be undone after that.
            </ConfirmDialog>
          </div>
        </Section>
      </Page>
    </SampleShell>
  )
}
