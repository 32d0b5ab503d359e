import type { Shortcut } from '#shared/shortcuts/shortcuts.ts';

/** Whether Command takes the place of Ctrl on this computer. */
const isMac = (): boolean => navigator.platform.startsWith('Mac');

/** A shortcut as `useHotkeys` takes it. */
export function hotkeyOf({ key, mod }: Shortcut): string {
  return mod ? `mod+${key}` : key;
}

/** A shortcut as `aria-keyshortcuts` names it. */
export function ariaKeysOf({ key, mod }: Shortcut): string {
  return mod ? `${isMac() ? 'Meta' : 'Control'}+${key}` : key;
}

const SIGNS: Readonly<Record<string, string>> = { ArrowDown: '↓', ArrowUp: '↑', Escape: 'Esc' };

/** What is written on the keys to press, one after the other. */
export function keysOf({ key, mod }: Shortcut): string[] {
  const written = SIGNS[key] ?? (key.length === 1 ? key.toUpperCase() : key);
  return mod ? [isMac() ? '⌘' : 'Ctrl', written] : [written];
}
