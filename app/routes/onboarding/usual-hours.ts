import type { BusinessHours } from '#app/domain/company/hours.ts'

const day = { opens: '08:00', closes: '17:00' }

/** Where nothing was said yet: a week as most have it, to be changed. */
export const usualHours: BusinessHours = {
  ...{ mon: day, tue: day, wed: day, thu: day, fri: day },
  ...{ sat: { opens: '09:00', closes: '13:00' }, sun: null },
}
