import { defineConfig } from 'prisma/config'

// generate, validate and format never run the schema engine, yet Prisma tries to download it and fails where only a
// package registry is reachable. Any existing file satisfies it. The guard is narrow on purpose: with a fake engine
// `migrate diff` prints nothing and says nothing.
if (process.argv.some((word) => word === 'generate' || word === 'validate' || word === 'format')) {
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath
}

export default defineConfig({ schema: 'build/prisma/sqlite/schema.prisma' })
