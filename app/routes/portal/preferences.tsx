import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { preferencesAction } from '#app/routes/account/preferences.server.ts'

export const loader = postOnlyLoader
export const action = preferencesAction
