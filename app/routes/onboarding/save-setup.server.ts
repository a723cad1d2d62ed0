import { getCompany } from '#app/domain/company/queries.server.ts'
import {
  saveAssistant,
  saveHours,
  saveLook,
  saveProfile,
} from '#app/domain/company/settings.server.ts'
import type { AssistantTone } from '#app/domain/company/settings.server.ts'
import { putFile, removeFile } from '#app/domain/files/store.server.ts'
import { addStarterFaqs, addStarterProducts } from '#app/domain/onboarding/starter.server.ts'
import type { ChosenFaq } from '#app/domain/onboarding/starter.server.ts'
import type { SetupStep } from '#app/domain/onboarding/steps.ts'
import { learnFromWebsite } from '#app/domain/websites/begin.server.ts'
import { inviteMember } from '#app/domain/members/invite.server.ts'
import { parseForm, refuseForm, textFields } from '#app/routes/read-form.server.ts'
import type { MemberContext } from '#app/routes/require.server.ts'
import { toImageError } from '#app/routes/uploaded-file.server.ts'
import type { FieldError, FormResult } from '#app/ui/form-state.tsx'
import { LOGO_MAX, readLogo } from './logo-upload.server.ts'
import { catalogueForm, stepForms } from './step-forms.server.ts'
import type { Invited } from './step-forms.server.ts'

type Saved = { ok: true } | { ok: false; result: FormResult }
type Save = (context: MemberContext, form: FormData) => Saved | Promise<Saved>

/** Writes a step into the company's file. @returns errors beside the fields, with what was typed */
export function saveSetupStep(
  context: MemberContext,
  step: SetupStep,
  form: FormData,
): Saved | Promise<Saved> {
  return saves[step](context, form)
}

const saves: Record<SetupStep, Save> = {
  business: ({ db, member, tenant, services }, form) => {
    const read = parseForm(form, stepForms.business)
    if (!read.ok) return read
    saveProfile(db, member, read.values)
    services.companies.rename(tenant.id, read.values.name)
    return { ok: true }
  },
  industry: ({ db, member, onboarding }, form) => {
    const read = parseForm(form, stepForms.industry)
    if (!read.ok) return read
    onboarding.chooseIndustry(db, member, read.values.industry)
    return { ok: true }
  },
  hours: ({ db, member }, form) => {
    const read = parseForm(form, stepForms.hours)
    if (!read.ok) return read
    saveHours(db, member, read.values)
    return { ok: true }
  },
  look: saveSetupLook,
  catalogue: ({ db }, form) => {
    const { industry, currency } = getCompany(db)
    const read = parseForm(form, catalogueForm(industry, currency))
    if (!read.ok) return read
    addStarterProducts(db, currency, read.values)
    return { ok: true }
  },
  assistant: (context, form) => {
    const read = parseForm(form, stepForms.assistant)
    if (!read.ok) return read
    saveVoice(context, read.values)
    return { ok: true }
  },
  // Connected on their own pages, and changed and paid on theirs.
  channels: () => ({ ok: true }),
  plan: () => ({ ok: true }),
  team: inviteTeam,
}

async function saveSetupLook(
  { db, member, billing }: MemberContext,
  form: FormData,
): Promise<Saved> {
  const read = parseForm(form, stepForms.look)
  if (!read.ok) return read
  const { accentColor } = read.values
  const chosen = await readLogo(form)
  if (!chosen.ok) return chosen
  let logoFileId: number | null | undefined = chosen.logo === null ? null : undefined
  if (chosen.logo) {
    const fits = billing.fitsStorage(db)
    const put = await putFile(db, { ...chosen.logo, purpose: 'logo', memberId: member.id, fits })
    if (!put.ok) return refuseForm(textFields(form), { logo: toImageError(put.reason, LOGO_MAX) })
    logoFileId = put.fileId
  }
  const replacedId = saveLook(db, member, { accentColor, logoFileId })
  if (replacedId) await removeFile(db, replacedId)
  return { ok: true }
}

function saveVoice(
  { db, member }: MemberContext,
  start: { agentName: string; tone: AssistantTone; faqs: ChosenFaq[]; website: string | null },
): void {
  const { agentName, tone, faqs, website } = start
  const company = getCompany(db)
  saveAssistant(db, member, {
    ...{ agentName, tone, isOn: company.aiEnabled === 1, threshold: company.aiThreshold },
    ...{ monthlyBudgetCents: company.aiMonthlyBudgetCents, instructions: company.aiInstructions },
  })
  addStarterFaqs(db, faqs)
  if (website) learnFromWebsite(db, { startUrl: website, memberId: member.id })
}

/** Each line by itself: who could not be invited is said beside it, the others are. */
async function inviteTeam(context: MemberContext, form: FormData): Promise<Saved> {
  const { db, member, tenant, origin, services, billing } = context
  const typed = textFields(form)
  const read = parseForm(form, stepForms.team)
  if (!read.ok) return read
  const errors: Record<string, FieldError> = {}
  for (const invited of read.values) {
    const field = fieldOf(typed, invited)
    const counted = await services.throttle.count({ 'invitation.account': tenant.id })
    if (!counted.ok) errors[field] = 'too_many_attempts'
    else if (!billing.hasRoom(db, 'members')) errors[field] = 'limit_members'
    else {
      const result = inviteMember(db, member, {
        ...{ ...invited, name: '', origin, language: member.language },
      })
      // Sent again after another line was refused: that is done already.
      if (!result.ok && result.reason !== 'email_taken') errors[field] = result.reason
    }
  }
  return Object.keys(errors).length > 0 ? refuseForm(typed, errors) : { ok: true }
}

function fieldOf(typed: Record<string, string>, { email }: Invited): string {
  const names = Object.keys(typed).filter((name) => name.startsWith('email_'))
  return names.find((name) => typed[name]?.trim().toLowerCase() === email.toLowerCase()) ?? ''
}
