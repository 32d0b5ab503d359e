import { globSync } from 'node:fs';
import { dirname } from 'node:path';
import { decode } from 'jpeg-js';
import { describe, expect, it } from 'vitest';
import { CFB } from 'xlsx';
import { openList } from '#tests/unit/support/test-import.ts';
import { createTestRegister } from '#tests/unit/support/test-register.ts';
import { fileOf } from '#tests/unit/support/test-workbook.ts';
import { sampleJpeg, sampleList, samplePng, sampleZipSlip } from './sample-files.ts';

describe('what is spoiled is whole before', () => {
  it('a picture is one', () => {
    expect(decode(sampleJpeg())).toMatchObject({ width: 48, height: 48 });
    expect(samplePng().subarray(1, 4).toString()).toBe('PNG');
  });

  it('a list is read', async () => {
    const { client } = await createTestRegister();
    for (const kind of ['xlsx', 'csv'] as const) {
      const { rows } = (await openList(client, fileOf(sampleList(kind), `list.${kind}`))).chosen;
      expect(rows).toBe(2);
    }
  });
});

it('a list in an archive that leads out of its folder is read, and nothing is written there', async () => {
  const zip = sampleZipSlip();
  const { FullPaths } = CFB.read(zip, { type: 'buffer' });
  expect(FullPaths.filter((path: string) => path.includes('escape'))).toHaveLength(6);
  const { client, platform } = await createTestRegister();
  const { rows } = (await openList(client, fileOf(zip, '../../list.xlsx'))).chosen;
  expect(rows).toBe(2);
  const around = [platform.dataFolder, dirname(platform.dataFolder), '/tmp', process.cwd()];
  const written = around.flatMap((folder) => globSync('escape.*', { cwd: folder }));
  expect(written).toEqual([]);
});

it('a picture is no list, whatever it is called', async () => {
  const { client } = await createTestRegister();
  for (const bytes of [sampleJpeg(), samplePng()]) {
    await expect(openList(client, fileOf(bytes, 'list.xlsx'))).rejects.toMatchObject({
      code: 'UNREADABLE_FILE',
      data: { why: 'wrongKind' },
    });
  }
});
