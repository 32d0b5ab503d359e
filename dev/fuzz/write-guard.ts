import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Loaded before everything else in the process and in each of its threads: what would write
 * outside the folders in FUZZ_WRITABLE (JSON) is reported as an escape and refused. Node's own
 * permission model would do, but it forbids fsync, which the register depends on.
 */
const allowed = JSON.parse(process.env.FUZZ_WRITABLE ?? '[]') as string[];

/** Functions of node:fs that change files, and how many of their first arguments are paths. */
const WRITERS: Record<string, 1 | 2> = {
  appendFile: 1,
  chmod: 1,
  copyFile: 2,
  cp: 2,
  link: 2,
  mkdir: 1,
  mkdtemp: 1,
  rename: 2,
  rm: 1,
  rmdir: 1,
  symlink: 2,
  truncate: 1,
  unlink: 1,
  utimes: 1,
  writeFile: 1,
};
/** Copies read their first path and write their second. */
const READS_FIRST = new Set(['copyFile', 'cp']);
const READ_ONLY_FLAGS = new Set<unknown>([undefined, 'r', 'rs', fs.constants.O_RDONLY]);

function pathOf(target: unknown): string | null {
  if (typeof target === 'string' || Buffer.isBuffer(target)) return resolve(String(target));
  return target instanceof URL ? fileURLToPath(target) : null;
}

function refuseOutside(name: string, target: unknown): void {
  const path = pathOf(target);
  if (path === null) return;
  if (allowed.some((folder) => path === folder || path.startsWith(`${folder}${sep}`))) return;
  const fault = { kind: 'fault', of: 'escapes', where: name, what: path };
  fs.writeSync(1, `${JSON.stringify(fault)}\n`);
  throw Object.assign(new Error(`${name} outside the data folder`), { code: 'EACCES' });
}

type Api = Record<string, unknown>;
type Fn = (...args: unknown[]) => unknown;

function guard(api: Api, key: string, check: (args: readonly unknown[]) => void): void {
  const original = api[key];
  if (typeof original !== 'function') return;
  api[key] = function guarded(this: unknown, ...args: unknown[]) {
    check(args);
    return (original as Fn).apply(this, args);
  };
}

function guardAll(api: Api, suffix: '' | 'Sync'): void {
  for (const [name, count] of Object.entries(WRITERS)) {
    const paths = (args: readonly unknown[]) =>
      args.slice(READS_FIRST.has(name) ? 1 : 0, count) as unknown[];
    guard(api, name + suffix, (args) => {
      for (const path of paths(args)) refuseOutside(name, path);
    });
  }
  guard(api, `open${suffix}`, ([path, flags]) => {
    if (!READ_ONLY_FLAGS.has(flags)) refuseOutside('open', path);
  });
}

guardAll(fs as unknown as Api, '');
guardAll(fs as unknown as Api, 'Sync');
guardAll(fs.promises as unknown as Api, '');
guard(fs as unknown as Api, 'createWriteStream', ([path]) => refuseOutside('open', path));
syncBuiltinESMExports();
