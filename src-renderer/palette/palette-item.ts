import type { IconHome } from '@tabler/icons-react';
import type { Shortcut } from '#shared/shortcuts/shortcuts.ts';

/** The groups in which what is found is shown; where two fit as well, in this order. */
export const PALETTE_GROUPS = [
  'now',
  'students',
  'classes',
  'registers',
  'actions',
  'screens',
  'subjects',
  'settings',
] as const;
export type PaletteGroup = (typeof PALETTE_GROUPS)[number];

/** Something to go to or to do. */
export interface PaletteItem {
  id: string;
  group: PaletteGroup;
  icon: typeof IconHome;
  label: string;
  /** In a quieter line under the label. */
  about?: string;
  /** Other words by which it is found. */
  words?: string;
  shortcut?: Shortcut;
  run: () => void;
}
