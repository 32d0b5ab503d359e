import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin, Rolldown } from 'vite';
import { LICENCE_FILE } from '../../src-shared/licences/licence-file.ts';
import { checkedLicences } from './licence-list.ts';
import { packageFolderOf } from './read-package.ts';

/** In the order in which they are built: what the window's worker carries is known before the window. */
type Bundle = 'main' | 'preload' | 'worker' | 'window';

/** Where the bundles note which packages they carry, until the last of them is made. */
const notesIn = (root: string) => join(root, 'out/packages');

function read(path: string): string[] {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as string[]) : [];
}

function isCarried(id: string, renderedLength: number): boolean {
  // Styles are taken out of the chunk and written beside it.
  return renderedLength > 0 || /\.css(\?|$)/.test(id);
}

/** The files that a chunk or an asset was made from. */
function sourcesOf(file: Rolldown.OutputChunk | Rolldown.OutputAsset, base: string): string[] {
  if (file.type === 'asset') return file.originalFileNames.map((name) => resolve(base, name));
  return Object.entries(file.modules)
    .filter(([id, { renderedLength }]) => isCarried(id, renderedLength))
    .map(([id]) => id);
}

/**
 * Collects the packages of everything that comes into a bundle: code, styles, fonts and other
 * files. With the window, which is built last, the list of all licences is laid beside the page.
 * The build fails when one is missing or not allowed.
 * @param root the project's folder
 */
export function collectPackages(root: string, bundle: Bundle): Plugin {
  const notes = notesIn(root);
  let base = root;
  return {
    name: `collect-packages-${bundle}`,
    configResolved(config) {
      base = config.root;
    },
    buildStart() {
      if (bundle === 'main') rmSync(notes, { recursive: true, force: true });
    },
    generateBundle(_options, output) {
      const path = join(notes, `${bundle}.json`);
      // Each worker is bundled by itself, under the same name.
      const folders = new Set(read(path));
      for (const file of Object.values(output)) {
        for (const folder of sourcesOf(file, base).map(packageFolderOf)) {
          if (folder) folders.add(folder);
        }
      }
      mkdirSync(notes, { recursive: true });
      writeFileSync(path, JSON.stringify([...folders].sort(), null, 2));
      if (bundle !== 'window') return;
      const all = readdirSync(notes).flatMap((name) => read(join(notes, name)));
      const source = JSON.stringify(checkedLicences(root, all));
      this.emitFile({ type: 'asset', fileName: LICENCE_FILE, source });
    },
  };
}
