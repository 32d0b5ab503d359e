/** Where a shortcut is heard: on every screen, or in the list of a register being taken. */
export type ShortcutPlace = 'everywhere' | 'register';

export interface Shortcut {
  place: ShortcutPlace;
  /** As `KeyboardEvent.key` names it; letters in lower case. */
  key: string;
  /** With Ctrl, or Command on a Mac. */
  mod?: true;
  /** Heard also while text is typed. */
  inText?: true;
}

/**
 * Every shortcut of the app but the letters of the statuses, which the school chooses. The handlers
 * are bound from this list and the sheet of shortcuts is drawn from it.
 */
export const SHORTCUTS = {
  palette: { place: 'everywhere', key: 'k', mod: true, inText: true },
  sheet: { place: 'everywhere', key: '?' },
  undo: { place: 'everywhere', key: 'z', mod: true },
  lock: { place: 'everywhere', key: 'l', mod: true, inText: true },
  search: { place: 'register', key: '/' },
  next: { place: 'register', key: 'ArrowDown', inText: true },
  previous: { place: 'register', key: 'ArrowUp', inText: true },
  takeBack: { place: 'register', key: 'u' },
  markSeen: { place: 'register', key: 'Enter' },
  showAll: { place: 'register', key: 'Escape' },
  finish: { place: 'register', key: 'Enter', mod: true },
} as const satisfies Record<string, Shortcut>;
export type ShortcutName = keyof typeof SHORTCUTS;

/** The keys in the list of a register that no status can have. */
export const TAKEN_KEYS: ReadonlySet<string> = new Set(
  Object.values<Shortcut>(SHORTCUTS)
    .filter(({ mod }) => mod === undefined)
    .map(({ key }) => key),
);

export interface KeyPress {
  key: string;
  /** Control, Alt or Meta is held: then the key belongs to somebody else. */
  withModifier: boolean;
  /** The focus is where text is typed: then letters are letters. */
  inText: boolean;
}

/** Whether a press without Ctrl, Alt or Command is this shortcut. */
export function isPressed({ key, mod, inText }: Shortcut, press: KeyPress): boolean {
  if (mod || press.withModifier || (press.inText && !inText)) return false;
  return press.key === key || press.key.toLowerCase() === key;
}
