import { z } from 'zod'
import { DAILY_MAX_LIMIT, toolNames } from '#app/domain/tools/kinds.ts'
import type { ToolName, ToolSettings } from '#app/domain/tools/kinds.ts'
import { checkbox, wholeNumberField } from './form-fields.ts'

const fields = Object.fromEntries(
  toolNames.flatMap((name) => [
    [`${name}_on`, checkbox],
    [`${name}_max`, wholeNumberField(1, DAILY_MAX_LIMIT)],
  ]),
) as Record<`${ToolName}_on`, typeof checkbox> &
  Record<`${ToolName}_max`, ReturnType<typeof wholeNumberField>>

/** Every tool with its switch and its limit, as posted. */
export const toolsForm = z
  .object(fields)
  .transform(
    (form) =>
      Object.fromEntries(
        toolNames.map((name) => [
          name,
          { isOn: form[`${name}_on`], dailyMax: form[`${name}_max`] },
        ]),
      ) as ToolSettings,
  )
