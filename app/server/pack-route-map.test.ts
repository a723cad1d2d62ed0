import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { packRouteMap } from './pack-route-map.ts'

const off = {
  ...{ hasAction: false, hasLoader: false, hasClientAction: false },
  ...{ hasClientLoader: false, hasErrorBoundary: false },
}
const entry = { module: '/assets/entry.js', imports: ['/assets/base.js'], css: [] }

test('the browser unpacks exactly the map that the build has made', () => {
  const map = {
    ...{ entry, url: '/routes-portal-1.js', version: 'v1' },
    routes: {
      // An empty path is one, and not that of the id.
      root: {
        ...{ id: 'root', path: '', ...off, hasLoader: true },
        ...{ module: '/assets/root.js', css: ['/a.css'] },
      },
      home: {
        ...{ id: 'home', parentId: 'root', index: true, path: undefined, ...off },
        ...{ module: '/assets/home.js', imports: ['/assets/base.js', '/assets/root.js'], css: [] },
      },
      'routes/portal/settings/tags': {
        ...{ id: 'routes/portal/settings/tags', parentId: 'root', path: '/settings/tags', ...off },
        ...{ module: '/assets/tags-3f9a_-Xy.js', imports: ['/assets/base.js'], css: [] },
      },
    },
  }
  const browser: { __remixManifest?: unknown } = {}
  runInNewContext(packRouteMap(map), browser)
  const unpacked = JSON.parse(JSON.stringify(browser.__remixManifest)) as object
  const wanted = structuredClone(map) as { routes: { root: object } }
  Object.assign(wanted.routes.root, { imports: [] })
  expect(unpacked).toEqual(JSON.parse(JSON.stringify(wanted)))
})
