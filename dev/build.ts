import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'electron-vite';
import { copyModels } from './models/copy-models.ts';

const root = join(import.meta.dirname, '..');
const stampFile = join(root, 'out', 'built-from');
const SOURCES = [
  'src-{main,preload,renderer,shared,vision}/**/*',
  'models/manifest.json',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
];

/** One hash over every source file, so that a build is repeated only when something changed. */
function hashOfSources(): string {
  const hash = createHash('sha256');
  const entries = globSync(SOURCES, { cwd: root, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  for (const path of files.map((file) => join(file.parentPath, file.name)).sort()) {
    hash.update(path).update(readFileSync(path));
  }
  return hash.digest('hex');
}

/** Copies the models and builds the three bundles into `out/`, unless they are up to date. */
export async function buildApp(): Promise<void> {
  await copyModels();
  const sources = hashOfSources();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === sources) return;
  console.log('Building the app ...');
  rmSync(stampFile, { force: true });
  await build({ root, logLevel: 'warn' });
  mkdirSync(join(root, 'out'), { recursive: true });
  writeFileSync(stampFile, sources);
}

if (import.meta.main) await buildApp();
