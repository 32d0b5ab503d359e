import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkModelFiles } from './model-files.ts';

let folder: string;
const weights = Buffer.from('weights');
const manifest = [{ file: 'net.bin', sha256: createHash('sha256').update(weights).digest('hex') }];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rollcall-models-'));
  await writeFile(join(folder, 'net.bin'), weights);
});
afterEach(() => rm(folder, { recursive: true }));

describe('checkModelFiles', () => {
  it('is content with files that match the manifest', async () => {
    expect(await checkModelFiles(folder, manifest)).toBeNull();
  });

  it('names a file whose content changed', async () => {
    await writeFile(join(folder, 'net.bin'), 'other');
    expect(await checkModelFiles(folder, manifest)).toEqual({
      reason: 'modelFile',
      file: 'net.bin',
      problem: 'changed',
    });
  });

  it('names a file that is missing', async () => {
    await rm(join(folder, 'net.bin'));
    expect(await checkModelFiles(folder, manifest)).toEqual({
      reason: 'modelFile',
      file: 'net.bin',
      problem: 'missing',
    });
  });
});
