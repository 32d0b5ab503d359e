import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Where the code of a thread is: beside the file that starts it in the source; in the bundle
 * beside the entry or one folder above a chunk.
 * @param startedBy `import.meta.url` of the file that starts it
 */
export function workerFile(name: string, startedBy: string): string {
  const places = [`./${name}.ts`, `./${name}.js`, `../${name}.js`];
  const paths = places.map((place) => fileURLToPath(new URL(place, startedBy)));
  const found = paths.find((path) => existsSync(path));
  if (!found) throw new Error(`The thread ${name} is at none of ${paths.join(', ')}.`);
  return found;
}
