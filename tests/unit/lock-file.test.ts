import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

interface Locked {
  resolved?: string;
  integrity?: string;
  link?: boolean;
}

const lock = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../package-lock.json'), 'utf8'),
) as { packages: Record<string, Locked> };
const locked = Object.entries(lock.packages).filter(([path]) => path !== '');

it('every package of the lock file has its SHA-512, so that no other is installed', () => {
  expect(locked.length).toBeGreaterThan(100);
  const without = locked.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'));
  expect(without.map(([path]) => path)).toEqual([]);
});

it('every package comes from the public registry: where it is from is left out, or that', () => {
  const elsewhere = locked.filter(
    ([, { resolved, link }]) =>
      link || (resolved !== undefined && new URL(resolved).origin !== 'https://registry.npmjs.org'),
  );
  expect(elsewhere.map(([path, { resolved }]) => [path, resolved])).toEqual([]);
});
