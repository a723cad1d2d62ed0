import express from 'express'
import type { AddressInfo } from 'node:net'

// The least an Express webhook can do: parse JSON, say 200.
const app = express()
app.use(express.json())
app.post('*', (_request, response) => void response.sendStatus(200))
const server = app.listen(0, '127.0.0.1', () => {
  console.log(`bare Express listens on port ${(server.address() as AddressInfo).port}`)
})
process.once('SIGTERM', () => process.exit(0))
