import { searchKey, searchWords } from '#shared/people/search-key.ts';
import { PALETTE_GROUPS, type PaletteGroup, type PaletteItem } from './palette-item.ts';

/** Where in an item a word is; the less the better, null where it is not. */
function place(item: PaletteItem, word: string): number | null {
  const label = searchKey(item.label);
  if (label.startsWith(word)) return 0;
  if (label.includes(` ${word}`)) return 1;
  const words = ` ${searchKey(`${item.about ?? ''} ${item.words ?? ''}`)}`;
  if (words.includes(` ${word}`)) return 2;
  return label.includes(word) ? 3 : null;
}

/** How badly an item fits a search; null where a word is not in it. */
function misfit(item: PaletteItem, words: readonly string[]): number | null {
  const places = words.map((word) => place(item, word));
  return places.reduce<number | null>(
    (sum, one) => (sum === null || one === null ? null : sum + one),
    0,
  );
}

/** What main has found fits somehow, even where the words shown do not say why. */
const FOUND_MISFIT = 2;

export interface RankedGroup {
  group: PaletteGroup;
  items: PaletteItem[];
}

/**
 * The items that fit a search, best first, in groups, the group with the best fit first.
 * @param fixed items known in the window; those that do not fit are left out
 * @param found items that main has found, which stay in their order
 */
export function rankItems(
  search: string,
  { fixed, found }: { fixed: readonly PaletteItem[]; found: readonly PaletteItem[] },
): RankedGroup[] {
  const words = searchWords(search);
  const fits = (items: readonly PaletteItem[], fallback: number | null) =>
    items.flatMap((item) => {
      const fit = misfit(item, words) ?? fallback;
      return fit === null ? [] : [{ item, fit }];
    });
  const ofWindow = fits(fixed, null).toSorted((a, b) => a.fit - b.fit);
  const all = [...ofWindow, ...fits(found, FOUND_MISFIT * Math.max(1, words.length))];
  const groups = PALETTE_GROUPS.map((group) => {
    const inGroup = all.filter(({ item }) => item.group === group);
    return {
      group,
      best: Math.min(...inGroup.map(({ fit }) => fit)),
      items: inGroup.map(({ item }) => item),
    };
  });
  return groups
    .filter(({ items }) => items.length > 0)
    .toSorted((a, b) => a.best - b.best)
    .map(({ group, items }) => ({ group, items }));
}
