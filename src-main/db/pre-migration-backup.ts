import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { copyEncrypted } from './encrypted-file.ts';

const KEPT = 3;
const NAME = /^before-migration-\d+-from-\d+-to-\d+\.db$/;

/**
 * Copies the register, encrypted under its own key, before its schema changes; the last three
 * copies are kept. Returns the path of the copy.
 */
export function backUpBeforeMigration(
  sqlite: Database.Database,
  folder: string,
  step: { from: number; to: number; now: number },
): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const name = `before-migration-${step.now}-from-${step.from}-to-${step.to}.db`;
  const path = join(folder, name);
  copyEncrypted(sqlite, path);
  for (const old of copiesIn(folder).slice(0, -KEPT)) rmSync(join(folder, old));
  return path;
}

/** Removes the copies, which nothing opens any more once the register is under another key. */
export function removeMigrationCopies(folder: string): void {
  if (!existsSync(folder)) return;
  for (const copy of copiesIn(folder)) rmSync(join(folder, copy));
}

/** Oldest first. */
function copiesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => NAME.test(file))
    .toSorted();
}
