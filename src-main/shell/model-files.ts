import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { StartFailure } from '#shared/contract/app.contract.ts';

/** What the manifest says of one model file. */
export interface ModelFile {
  file: string;
  sha256: string;
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

function isMissing(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
}

/**
 * Compares every file in the folder with its SHA-256 in the manifest.
 * @returns the first that is missing or changed, or null when all are as they should be
 */
export async function checkModelFiles(
  folder: string,
  files: readonly ModelFile[],
): Promise<StartFailure | null> {
  for (const { file, sha256 } of files) {
    try {
      if ((await sha256Of(join(folder, file))) !== sha256) {
        return { reason: 'modelFile', file, problem: 'changed' };
      }
    } catch (cause) {
      if (!isMissing(cause)) throw cause;
      return { reason: 'modelFile', file, problem: 'missing' };
    }
  }
  return null;
}
