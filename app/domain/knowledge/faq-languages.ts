/** Languages that a question may be written in beside the company's, by a contact's codes. */
export const faqLanguages = ['en', 'sw', 'sheng', 'so', 'am', 'fr', 'ar', 'lg', 'rw'] as const

export type FaqLanguage = (typeof faqLanguages)[number]
