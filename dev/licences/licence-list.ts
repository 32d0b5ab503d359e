import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ShippedPackage } from '../../src-shared/licences/licence-list.ts';
import { isAllowed } from './allowed-licence.ts';
import { productionPackages } from './production-packages.ts';
import { readPackage } from './read-package.ts';

/** What the app runs on, packed by electron-builder with Chromium's own notices beside it. */
const RUNTIME = 'node_modules/electron';

interface Models {
  files: { package: string; file: string }[];
}

/** What is wrong with the licence of a package; null: nothing. */
export function licenceProblem({ name, licence, text }: ShippedPackage): string | null {
  if (licence === '') return `${name} names no licence.`;
  if (!isAllowed(licence)) return `${name} is under ${licence}, which is not on the list.`;
  return text === '' ? `${name} carries no text of its licence (${licence}).` : null;
}

function withModels(root: string, packages: Map<string, ShippedPackage>): void {
  const manifest = JSON.parse(readFileSync(join(root, 'models/manifest.json'), 'utf8')) as Models;
  for (const { package: name, file } of manifest.files) {
    const folder = join(root, 'node_modules', name);
    const known = packages.get(folder) ?? readPackage(folder);
    packages.set(folder, { ...known, models: [...known.models, file] });
  }
}

/** Each version once, by name. */
function inOrder(packages: Iterable<ShippedPackage>): ShippedPackage[] {
  const byVersion = new Map([...packages].map((one) => [`${one.name} ${one.version}`, one]));
  return [...byVersion.values()].toSorted((one, other) => one.name.localeCompare(other.name, 'en'));
}

/**
 * Everything of others that is in the app: in the bundles, packed beside them, and as models.
 * @param bundled the folders of the packages in the bundles
 */
export function shippedPackages(root: string, bundled: readonly string[]): ShippedPackage[] {
  const folders = new Set([...bundled, ...productionPackages(root), join(root, RUNTIME)]);
  const packages = new Map([...folders].map((folder) => [folder, readPackage(folder)]));
  withModels(root, packages);
  return inOrder(packages.values());
}

/**
 * The same for an app that is built to be shipped.
 * @throws Error that names every package whose licence is missing or not allowed
 */
export function checkedLicences(root: string, bundled: readonly string[]): ShippedPackage[] {
  const packages = shippedPackages(root, bundled);
  const problems = packages.flatMap((one) => licenceProblem(one) ?? []);
  if (problems.length > 0) {
    throw new Error(`The app may not be shipped like this:\n${problems.join('\n')}`);
  }
  return packages;
}
