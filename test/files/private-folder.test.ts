import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { makePrivateFolder } from '../../src/files/private-files.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dondoc-folder-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('a folder is made with those above it, and one that is there is left as it is', () => {
  makePrivateFolder(join(folder, 'a', 'b', 'c'))
  expect(statSync(join(folder, 'a', 'b', 'c')).isDirectory()).toBe(true)
  makePrivateFolder(join(folder, 'a', 'b', 'c'))
})

it('a folder below a file is refused', () => {
  writeFileSync(join(folder, 'file'), '')
  expect(() => makePrivateFolder(join(folder, 'file', 'a'))).toThrow(/EEXIST|ENOTDIR/)
  expect(() => makePrivateFolder(join(folder, 'file'))).toThrow(/EEXIST/)
})

it.runIf(existsSync('/proc/self'))('a folder where none can be made is refused at once', () => {
  expect(() => makePrivateFolder('/proc/nonesuch/folder')).toThrow(/ENOENT/)
})
