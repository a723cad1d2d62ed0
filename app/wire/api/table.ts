import type { Meter } from '#app/platform/health/meter.ts'
import type { WireRoute } from '../declaration.ts'
import { createApiAccess } from './authorize.ts'
import { listContacts } from './contacts.ts'
import { listConversations, showConversation } from './conversations.ts'
import { downloadFile } from './files.ts'
import { createMessage, listMessages } from './messages.ts'

/** The JSON API, version 1, on a company's own host. */
export function apiRoutes(meter: Meter): WireRoute[] {
  const withKey = createApiAccess(meter)
  const base = { surface: 'portal', access: 'api-key', csrf: false } as const
  const get = { ...base, method: 'GET', body: 'none' } as const
  const v1 = '/api/v1'
  return [
    { ...get, path: `${v1}/conversations`, run: withKey(listConversations) },
    { ...get, path: `${v1}/conversations/:id`, run: withKey(showConversation) },
    { ...get, path: `${v1}/conversations/:id/messages`, run: withKey(listMessages) },
    {
      ...{ ...base, method: 'POST', body: 'json', path: `${v1}/conversations/:id/messages` },
      run: withKey(createMessage),
    },
    { ...get, path: `${v1}/contacts`, run: withKey(listContacts) },
    { ...get, path: `${v1}/files/:id`, run: withKey(downloadFile) },
  ]
}
