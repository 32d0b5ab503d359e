import 'dayjs/locale/hi';
import type { ScreenWords } from './english.ts';

const FILES = import.meta.glob<object>('../../**/*.hi.json', { eager: true, import: 'default' });

/** The name of the namespace that a file holds: `first-run.hi.json` holds `firstRun`. */
function namespaceOf(path: string): string {
  const [name = ''] = path.slice(path.lastIndexOf('/') + 1).split('.');
  return name.replace(/-(\w)/g, (_dash, letter: string) => letter.toUpperCase());
}

/** What is there of the words in Hindi; English stands in for the rest. */
export const hindi: Partial<Record<keyof ScreenWords, object>> = Object.fromEntries(
  Object.entries(FILES).map(([path, words]) => [namespaceOf(path), words]),
);
