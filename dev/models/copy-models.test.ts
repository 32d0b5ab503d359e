import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import manifest from '../../models/manifest.json' with { type: 'json' };
import { copyModels } from './copy-models.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rollcall-models-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('copies every file of the manifest with the digest it says', async () => {
  expect(await copyModels(folder)).toBe(manifest.files.length);
  expect((await readdir(folder)).sort()).toEqual(manifest.files.map((f) => f.file).sort());
  for (const file of manifest.files) {
    const bytes = await readFile(join(folder, file.file));
    expect(createHash('sha256').update(bytes).digest('hex'), file.file).toBe(file.sha256);
  }
});

test('does nothing the second time', async () => {
  await copyModels(folder);
  expect(await copyModels(folder)).toBe(0);
});

test('replaces a copy that is damaged', async () => {
  await copyModels(folder);
  const victim = join(folder, 'blazeface.bin');
  await writeFile(victim, 'short');
  expect(await copyModels(folder)).toBe(1);
});

test('replaces an old copy of the right size and the wrong content', async () => {
  await copyModels(folder);
  const victim = join(folder, 'blazeface.bin');
  await writeFile(victim, new Uint8Array((await readFile(victim)).length));
  await utimes(victim, new Date(0), new Date(0));
  expect(await copyModels(folder)).toBe(1);
});
