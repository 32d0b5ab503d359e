import { useDebouncedValue } from '@mantine/hooks';
import { type KeyboardEvent, useEffect, useState } from 'react';
import type { PaletteItem } from './palette-item.ts';
import { closeOverlay } from './palette-store.ts';
import { type RankedGroup, rankItems } from './rank-items.ts';
import { useFixedItems } from './use-fixed-items.ts';
import { useFoundItems } from './use-found-items.ts';
import { useNowItems } from './use-now-items.ts';

const TYPING_MS = 60;
/** As long a search as main takes. */
export const LONGEST_SEARCH = 120;

export interface Palette {
  typed: string;
  setTyped: (typed: string) => void;
  groups: RankedGroup[];
  /** False while main still looks for what was typed last. */
  settled: boolean;
  count: number;
  chosen: PaletteItem | null;
  choose: (item: PaletteItem) => void;
  carryOut: (item: PaletteItem) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** Closes first: an action may open something else. */
function carryOut(item: PaletteItem): void {
  closeOverlay();
  item.run();
}

function step(items: readonly PaletteItem[], from: PaletteItem | null, by: 1 | -1) {
  const at = items.findIndex(({ id }) => id === from?.id);
  return items[(at + by + items.length) % items.length] ?? null;
}

/** What is typed, what fits it, and which of that is chosen by the arrow keys. */
export function usePalette(): Palette {
  const [typed, setTyped] = useState('');
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [wanted, setWanted] = useState(false);
  const [search] = useDebouncedValue(typed.trim(), TYPING_MS);
  const found = useFoundItems(search);
  const fixed = [...useNowItems(), ...useFixedItems()];
  const groups = rankItems(typed, { fixed, found: found.items });
  const items = groups.flatMap((group) => group.items);
  const chosen = items.find(({ id }) => id === chosenId) ?? items[0] ?? null;
  const settled = found.settled && search === typed.trim();

  // Enter pressed while main was still looking means the best of what it then finds.
  useEffect(() => {
    if (!wanted || !settled) return;
    setWanted(false);
    if (chosen) carryOut(chosen);
  }, [wanted, settled, chosen]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setChosenId(step(items, chosen, event.key === 'ArrowDown' ? 1 : -1)?.id ?? null);
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      setWanted(true);
    }
  }
  return {
    typed,
    setTyped: (text) => {
      setTyped(text);
      setChosenId(null);
      setWanted(false);
    },
    groups,
    settled,
    count: items.length,
    chosen,
    choose: ({ id }) => setChosenId(id),
    carryOut,
    onKeyDown,
  };
}
