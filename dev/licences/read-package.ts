import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ShippedPackage } from '../../src-shared/licences/licence-list.ts';

interface Manifest {
  name: string;
  version: string;
  license?: unknown;
  author?: string | { name: string };
}

const LICENCE_NAME = /^(licen[cs]e|copying|notice)([.-].*)?$/i;

/**
 * The folder of the package that a module belongs to; null for the app's own.
 * @param id as Rolldown names modules, such as `/a/node_modules/@b/c/d.js?worker`
 */
export function packageFolderOf(id: string): string | null {
  const path = id.replaceAll('\\', '/').replace(/^\0+/, '');
  const found = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path.split('?')[0] ?? '');
  return found?.[1] ?? null;
}

function textOf(folder: string): string {
  const files = readdirSync(folder)
    .filter((name) => LICENCE_NAME.test(name))
    .sort();
  return files.map((name) => readFileSync(join(folder, name), 'utf8').trim()).join('\n\n');
}

/** Packages that carry the text of a licence in full, for those that only name it. */
const CARRIERS: Record<string, string> = { MIT: 'react', 'Apache-2.0': 'xlsx' };

/** For a package without a file of its own: the words of the licence it names, without whose it was. */
function standardText(folder: string, { name, license, author }: Manifest): string {
  const carrier = CARRIERS[String(license)];
  if (carrier === undefined) return '';
  const modules = folder.slice(0, folder.lastIndexOf('/node_modules/') + '/node_modules/'.length);
  const words = textOf(join(modules, carrier))
    .replace(/^copyright .*$/gim, '')
    .trim();
  const by = typeof author === 'string' ? author : (author?.name ?? `the authors of ${name}`);
  return `${name} names the licence ${license} by ${by}, and carries no text of it. It reads:\n\n${words}`;
}

/** @throws Error where the folder has no package.json */
export function readPackage(folder: string): ShippedPackage {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
  const { name, version, license } = manifest;
  return {
    name,
    version,
    licence: typeof license === 'string' ? license : '',
    text: textOf(folder) || standardText(folder, manifest),
    models: [],
  };
}
