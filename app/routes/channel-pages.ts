import type { PortalPage } from './declaration.ts'
import { page } from './portal-page.ts'

/** The ways customers reach the company. */
export function channelPages(): PortalPage[] {
  return [
    page('/channels', 'channels/list', { GET: 'endpoints.read' }),
    page('/channels/new', 'channels/new', { GET: 'endpoints.write' }),
    page('/channels/new/:channel', 'channels/connect', {
      ...{ GET: 'endpoints.write', POST: 'endpoints.write' },
    }),
    page('/channels/:id', 'channels/channel', {
      ...{ GET: 'endpoints.read', POST: 'endpoints.write' },
    }),
    page('/channels/:id/check', 'channels/check', { POST: 'endpoints.write' }, 'bare'),
    page('/channels/:id/templates', 'channels/templates', { POST: 'endpoints.write' }, 'bare'),
    page('/channels/:id/activation', 'channels/activation', { POST: 'endpoints.write' }, 'bare'),
    page(
      '/channels/:id/deactivation',
      'channels/deactivation',
      { POST: 'endpoints.write' },
      'bare',
    ),
    page('/channels/:id/removal', 'channels/removal', { POST: 'endpoints.write' }, 'bare'),
    page(
      '/channels/:id/test-message',
      'channels/test-message',
      { POST: 'endpoints.write' },
      'bare',
    ),
  ]
}
