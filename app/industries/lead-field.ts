export type LeadFieldKind = 'text' | 'number' | 'money' | 'date' | 'choice' | 'yes_no'

export type Label = { en: string; sw: string }

export type LeadFieldOption = {
  /** as it is kept */
  value: string
  label: Label
  /** what customers say when they mean it: English and Swahili, plain, `*` for longer forms */
  words: readonly string[]
}

/** One thing worth knowing of an opportunity in a trade. */
export type LeadField = {
  /** as it is kept; never changed once a company may have values of it */
  key: string
  kind: LeadFieldKind
  label: Label
  /** to the assistant: what counts, in one English sentence */
  about: string
  /** what customers say around it: English and Swahili, plain, `*` for longer forms */
  words: readonly string[]
  /** of a choice */
  options: readonly LeadFieldOption[]
  /** the name of a product from the catalogue is a value */
  takesProduct: boolean
  /** shown on the board, where there is room for two */
  isOnCard: boolean
}

type More = Pick<LeadField, 'about'> &
  Partial<Pick<LeadField, 'words' | 'options' | 'takesProduct' | 'isOnCard'>>

/** Describes a field: key, kind, its name in English and Swahili, and the rest. */
export function leadField(
  key: string,
  kind: LeadFieldKind,
  [en, sw]: readonly [en: string, sw: string],
  more: More,
): LeadField {
  return {
    ...{ key, kind, label: { en, sw }, words: [], options: [] },
    ...{ takesProduct: false, isOnCard: false, ...more },
  }
}

/** An answer of a choice. */
export function option(
  value: string,
  [en, sw]: readonly [en: string, sw: string],
  words: readonly string[],
): LeadFieldOption {
  return { value, label: { en, sw }, words }
}
