import { globSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '..');

/** The threads that services start, each under the name they look for beside their bundle. */
function threads(): Record<string, string> {
  const files = globSync('src-main/**/*-worker.ts', { cwd: root });
  return Object.fromEntries(files.map((file) => [basename(file, '.ts'), join(root, file)]));
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    // A process of somebody else's runs, too.
    return cause instanceof Error && 'code' in cause && cause.code === 'EPERM';
  }
}

/** A folder of this run alone; those of runs that have ended are removed. */
function ownFolder(name: string): string {
  const cache = join(root, '.cache');
  for (const folder of globSync(`services-${name}-*`, { cwd: cache })) {
    const pid = Number(folder.slice(folder.lastIndexOf('-') + 1));
    if (!isRunning(pid)) rmSync(join(cache, folder), { recursive: true, force: true });
  }
  return join(cache, `services-${name}-${process.pid}`);
}

/**
 * The main process's services and a program that drives them, as files that plain Node runs.
 * @param entry the program, relative to the project
 * @returns the path of the program's bundle
 */
export async function bundleServices(entry: string): Promise<string> {
  const name = basename(entry, '.ts');
  const outDir = ownFolder(basename(join(entry, '..')));
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      target: 'node24',
      rollupOptions: {
        input: { [name]: join(root, entry), ...threads() },
        output: { entryFileNames: '[name].js' },
      },
    },
  });
  return join(outDir, `${name}.js`);
}
