import { expect, it } from 'vitest';
import type { Status } from '#shared/contract/register.contract.ts';
import { statusKeys } from './status-keys.ts';

function status(code: string, shortcut: string | null): Status {
  const rest = { meaning: 'present', points: 1, colour: 'green', roles: [] } as const;
  return { ...rest, code, label: code, shortcut, roles: [] };
}

it('gives each status the key that the school chose, and none to one without', () => {
  const keys = statusKeys([status('P', 'p'), status('VL', 'v'), status('X', null)]);
  expect([...keys].map(([key, { code }]) => [key, code])).toEqual([
    ['p', 'P'],
    ['v', 'VL'],
  ]);
});

it('leaves a key to the first that has it', () => {
  expect(statusKeys([status('P', 'p'), status('PL', 'p')]).get('p')?.code).toBe('P');
});
