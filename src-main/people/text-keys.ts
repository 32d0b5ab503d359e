/** Equal for texts that people take for the same name or number: case and Unicode form apart. */
export function comparisonKey(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

export { nameOrder } from '#shared/people/name-order.ts';
export { searchKey, searchWords } from '#shared/people/search-key.ts';
