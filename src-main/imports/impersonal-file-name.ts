import { searchWords } from '../people/text-keys.ts';

const SHORTEST_WORD = 3;
const LEFT_OUT = '…';

/**
 * A file's name without the words that are somebody's name or number, for the log that everybody
 * who may read it keeps reading: "Asha Verma marks.xlsx" becomes "… … marks.xlsx".
 * @param people names and numbers that must not stand in it
 */
export function impersonalFileName(fileName: string, people: Iterable<string>): string {
  const known = new Set<string>();
  for (const text of people) {
    for (const word of searchWords(text)) {
      for (const part of word.split(/[^\p{L}\p{N}\p{M}]+/u)) {
        if (part.length >= SHORTEST_WORD) known.add(part);
      }
    }
  }
  return fileName
    .split(/([\p{L}\p{N}\p{M}]+)/u)
    .map((part) => (known.has(searchWords(part)[0] ?? '') ? LEFT_OUT : part))
    .join('');
}
