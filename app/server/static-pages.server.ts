import type { Request, Response } from 'express'

/** A host that is nobody's: says so kindly, and where to look instead. */
export function unknownHostPage(request: Request, response: Response, rootDomain: string): void {
  response.status(404)
  if (!request.accepts('html')) return void response.json({ code: 'unknown_host' })
  const port = /:\d+$/.exec(request.headers.host ?? '')?.[0] ?? ''
  const app = `${request.protocol}://app.${rootDomain}${port}`
  response.type('html').send(`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>No company at this address</title><style nonce="${String(response.locals['nonce'])}">
:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;margin:0;min-height:100vh;display:grid;place-items:center}
main{max-width:28rem;padding:2rem}h1{font-size:1.375rem;margin:0 0 .5rem}a{color:#0f766e}@media(prefers-color-scheme:dark){body{background:#0f1211;color:#e8eae9}a{color:#5eead4}}
</style></head><body><main><h1>There is no company at this address</h1>
<p>Check the spelling of the first part of the address. If you forgot it, we can mail you the addresses of your companies.</p>
<p><a href="${app}/find-company">Find my company</a> · <a href="${app}/signup">Create a company</a></p></main></body></html>`)
}
