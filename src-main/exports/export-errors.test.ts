import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createTestClass } from '#tests/unit/support/test-class.ts';
import { createTestRegister } from '#tests/unit/support/test-register.ts';
import { commitError, draftError } from './export-errors.ts';

const failure = (code: string) => Object.assign(new Error(code), { code });

describe('what the user is told', () => {
  it.each(['EBUSY', 'EPERM', 'EACCES'])('is that the file is in use on %s', (code) => {
    expect(commitError(failure(code), '/home/a.xlsx')).toMatchObject({
      code: 'FILE_IN_USE',
      data: { path: '/home/a.xlsx' },
    });
  });

  it('is left to the one place for storage errors otherwise', () => {
    const full = failure('ENOSPC');
    expect(commitError(full, '/home/a.xlsx')).toBe(full);
    expect(draftError(full, '/home')).toBe(full);
  });

  it.each(['EACCES', 'EPERM', 'EROFS'])('is which folder may not be written to on %s', (code) => {
    expect(draftError(failure(code), '/home')).toMatchObject({
      code: 'FOLDER_NOT_WRITABLE',
      data: { folder: '/home' },
    });
  });
});

/** Mounts a file system of one page at `folder`, where this system lets us. */
function mountTiny(folder: string, options = 'size=4k'): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return false;
  }
  onTestFinished(() => {
    execFileSync('umount', [folder]);
  });
  return true;
}

describe('a disk that is full', () => {
  it.for(['xlsx', 'csv'] as const)('is told, and no %s is left on it', async (format, context) => {
    const { client, platform } = await createTestRegister();
    const { classId, subjectId } = await createTestClass(client, { students: 2 });
    const { id: sessionId } = await client.register.start({ classId, subjectId });
    await client.register.end({ sessionId });
    const folder = join(platform.dataFolder, 'stick');
    mkdirSync(folder);
    if (!mountTiny(folder)) context.skip('this system mounts no tmpfs for tests');
    writeFileSync(join(folder, 'holiday.mp4'), Buffer.alloc(4096));
    platform.saveFileAs(join(folder, `register.${format}`));
    const writing = async () => {
      const request = { what: 'session', sessionId, format } as const;
      for await (const step of await client.exports.run(request)) {
        expect(step.kind).not.toBe('saved');
      }
    };
    await expect(writing()).rejects.toMatchObject({ code: 'STORAGE_FULL' });
    expect(readdirSync(folder)).toEqual(['holiday.mp4']);
  });
});

it('a folder that cannot be written to is named', async (context) => {
  const { client, platform } = await createTestRegister();
  const { classId, subjectId } = await createTestClass(client, { students: 2 });
  const { id: sessionId } = await client.register.start({ classId, subjectId });
  const folder = join(platform.dataFolder, 'share');
  mkdirSync(folder);
  if (!mountTiny(folder, 'ro')) context.skip('this system mounts no tmpfs for tests');
  platform.saveFileAs(join(folder, 'register.csv'));
  const writing = async () => {
    const request = { what: 'session', sessionId, format: 'csv' } as const;
    for await (const step of await client.exports.run(request)) {
      expect(step.kind).not.toBe('saved');
    }
  };
  await expect(writing()).rejects.toMatchObject({ code: 'FOLDER_NOT_WRITABLE', data: { folder } });
});
