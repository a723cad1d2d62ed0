import { expect, test } from 'vitest'
import { decide, decidedRoutes, findDecidedRoute } from './decide.server.ts'

const surfaces = ['app', 'portal'] as const

test('each address leads to the page whose path it is', () => {
  for (const route of decidedRoutes) {
    const address = route.path.replace(/:[a-zA-Z]+/g, '71')
    expect(findDecidedRoute(route.surface, address)?.path).toBe(route.path)
  }
})

test('a data request is decided like its page', () => {
  expect(findDecidedRoute('portal', '/contacts/7.data')?.path).toBe('/contacts/:id')
  expect(findDecidedRoute('portal', '/_root.data')?.path).toBe('/')
})

test('what is in no table is not found, whoever asks', () => {
  for (const surface of surfaces) {
    expect(decide({ surface, method: 'GET', pathname: '/nope' }, {})).toBe('not-found')
    expect(decide({ surface, method: 'DELETE', pathname: '/' }, {})).toBe('not-found')
  }
})

test('an id is written one way only', () => {
  for (const id of ['0x1', '1e0', '01', '1.0', '-1', '%201', '9'.repeat(16), 'abc']) {
    expect(findDecidedRoute('portal', `/contacts/${id}`), id).toBeUndefined()
  }
})
