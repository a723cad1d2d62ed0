import { createRequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import type { RequestHandler } from 'express'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { enforceDecisions } from './enforce.server.ts'
import type { RequestContext } from './load-context.ts'

/** One Remix request handler per surface, each with its own small route tree, chosen by host. */
export async function createRemix(): Promise<RequestHandler> {
  const handlers = {
    app: await createSurface('app'),
    portal: await createSurface('portal'),
  }
  return (request, response, next) => {
    const context = response.locals['context'] as RequestContext
    void handlers[context.surface](request, response, next)
  }
}

type AsyncHandler = (...args: Parameters<RequestHandler>) => Promise<void>

async function createSurface(surface: 'app' | 'portal'): Promise<AsyncHandler> {
  const path = resolve(`build/server/${surface}/index.js`)
  const build = (await import(pathToFileURL(path).href)) as ServerBuild
  return createRequestHandler({
    build: enforceDecisions(build),
    mode: 'production',
    getLoadContext: (_request, response) => ({
      baraza: response.locals['context'] as RequestContext,
    }),
  })
}
