import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Locked {
  dev?: boolean;
  devOptional?: boolean;
}

/**
 * The folders of the packages that are packed beside the bundles: the production dependencies of
 * the lock file, as far as they are installed here. Those for other platforms are not.
 */
export function productionPackages(root: string): string[] {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, Locked>;
  };
  return Object.entries(lock.packages)
    .filter(([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional)
    .map(([path]) => join(root, path))
    .filter((folder) => existsSync(join(folder, 'package.json')));
}
