import { parseArgs } from 'node:util'
import { z } from 'zod'
import { closePlatform } from '#app/platform/db.server.ts'
import { createLog } from '#app/server/log.server.ts'
import { EnvError } from '#app/server/env.server.ts'
import { createRuntime } from '#app/server/runtime.server.ts'
import type { Runtime } from '#app/server/runtime.server.ts'
import { localEnvironment } from './environment.ts'

/** The product said no; exit 1. */
export class Refusal extends Error {
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

type Run<T> = (runtime: Runtime, options: T) => Promise<object> | object

/**
 * Runs one command: reads the arguments, opens the installation, prints the result.
 * Exit 0 done, 1 refused by the product, 2 wrong arguments. With `--json` exactly one JSON
 * object goes to stdout, and errors as `{error: {code, message}}` to stderr.
 */
export async function runCommand<S extends z.ZodRawShape>(
  shape: S,
  run: Run<z.infer<z.ZodObject<S>>>,
): Promise<void> {
  const isJson = process.argv.includes('--json')
  const options = readOptions(shape)
  if ('problem' in options)
    return end(2, { code: 'wrong_arguments', message: options.problem }, isJson)
  let runtime: Runtime | undefined
  try {
    const env = localEnvironment()
    runtime = createRuntime(env, createLog('silent'))
    const result = await run(runtime, options.values)
    console.log(isJson ? JSON.stringify(result) : toText(result))
  } catch (error) {
    fail(error, isJson)
  } finally {
    runtime?.tenancy.closeAll()
    if (runtime) closePlatform(runtime.platform)
  }
}

function fail(error: unknown, isJson: boolean): void {
  if (error instanceof Refusal) return end(1, { code: error.code, message: error.message }, isJson)
  if (error instanceof EnvError)
    return end(2, { code: 'wrong_configuration', message: error.message }, isJson)
  const message = error instanceof Error ? error.message : String(error)
  end(1, { code: 'unexpected', message }, isJson)
}

function end(exitCode: number, error: { code: string; message: string }, isJson: boolean): void {
  console.error(isJson ? JSON.stringify({ error }) : `${error.code}: ${error.message}`)
  process.exitCode = exitCode
}

function readOptions<S extends z.ZodRawShape>(
  shape: S,
): { values: z.infer<z.ZodObject<S>> } | { problem: string } {
  const names = Object.keys(shape)
  try {
    const { values } = parseArgs({
      options: {
        json: { type: 'boolean' },
        ...Object.fromEntries(names.map((name) => [name, { type: flagType(shape, name) }])),
      },
    })
    const { json: _, ...given } = values as Record<string, unknown>
    const parsed = z.strictObject(shape).safeParse(given)
    if (parsed.success) return { values: parsed.data }
    return { problem: parsed.error.issues.map(describe).join('; ') }
  } catch (error) {
    return { problem: error instanceof Error ? error.message : 'The arguments could not be read' }
  }
}

function describe(issue: z.core.$ZodIssue): string {
  return `--${issue.path.join('.') || issue.code}: ${issue.message}`
}

/** A switch is declared as an optional boolean; everything else takes a value. */
function flagType(shape: z.ZodRawShape, name: string): 'boolean' | 'string' {
  const schema = shape[name]
  return schema instanceof z.ZodOptional && schema.unwrap() instanceof z.ZodBoolean
    ? 'boolean'
    : 'string'
}

function toText(result: object): string {
  return Object.entries(result)
    .map(([key, value]) => `${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join('\n')
}
