import { expect, it } from 'vitest';
import { isPressed, SHORTCUTS, TAKEN_KEYS } from './shortcuts.ts';

const press = (key: string, more = {}) => ({ key, withModifier: false, inText: false, ...more });

it('hears a letter in either case, and no letter while text is typed', () => {
  expect(isPressed(SHORTCUTS.takeBack, press('U'))).toBe(true);
  expect(isPressed(SHORTCUTS.takeBack, press('u', { inText: true }))).toBe(false);
  expect(isPressed(SHORTCUTS.next, press('ArrowDown', { inText: true }))).toBe(true);
});

it('leaves what is pressed with Ctrl, Alt or Command to others', () => {
  expect(isPressed(SHORTCUTS.search, press('/', { withModifier: true }))).toBe(false);
  expect(isPressed(SHORTCUTS.palette, press('k'))).toBe(false);
});

it('no two shortcuts of a place share a key', () => {
  const keys = Object.values(SHORTCUTS).map((one) => `${one.key} ${'mod' in one}`);
  expect(new Set(keys).size).toBe(keys.length);
});

it('statuses cannot have the keys of the list', () => {
  expect(TAKEN_KEYS.has('u')).toBe(true);
  expect(TAKEN_KEYS.has('?')).toBe(true);
  expect(TAKEN_KEYS.has('k')).toBe(false);
});
