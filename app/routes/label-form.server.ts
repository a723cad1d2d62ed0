import { z } from 'zod'
import { labelColors } from '#app/domain/labels/colors.ts'
import { checkbox, requiredText } from './form-fields.ts'

const NAME_MAX = 40

/** Name and colour of a tag or a priority. */
export const labelForm = z.object({
  name: requiredText(NAME_MAX),
  color: z.enum(labelColors, 'invalid').default('neutral'),
})

export const priorityForm = labelForm.extend({ isDefault: checkbox })
