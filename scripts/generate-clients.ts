// Generates both Prisma clients from the one definition in prisma/models.prisma. Runs after every npm install.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const models = readFileSync(`${root}prisma/models.prisma`, 'utf8')

for (const provider of ['sqlite', 'postgresql']) {
  const folder = `${root}build/prisma/${provider}`
  const output = `${root}src/database/generated/${provider}`
  mkdirSync(folder, { recursive: true })
  rmSync(output, { recursive: true, force: true })
  writeFileSync(
    `${folder}/schema.prisma`,
    `datasource db {
  provider = "${provider}"
}

generator client {
  provider               = "prisma-client"
  output                 = "${output}"
  runtime                = "nodejs"
  moduleFormat           = "esm"
  generatedFileExtension = "ts"
  importFileExtension    = "ts"
}

${models}`,
  )
  const run = spawnSync(
    process.execPath,
    [`${root}node_modules/prisma/build/index.js`, 'generate', '--schema', `${folder}/schema.prisma`, '--no-hints'],
    { cwd: root, encoding: 'utf8', env: { ...process.env, PRISMA_HIDE_UPDATE_MESSAGE: '1', CHECKPOINT_DISABLE: '1' } },
  )
  if (run.status !== 0) {
    process.stderr.write(`${run.stdout}${run.stderr}\nprisma/models.prisma: the ${provider} client was not generated\n`)
    process.exit(1)
  }
}
