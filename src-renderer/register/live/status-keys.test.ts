import { expect, it } from 'vitest';
import type { Status } from '#shared/contract/register.contract.ts';
import { statusKeys } from './status-keys.ts';

function status(code: string): Status {
  return { code, label: code, meaning: 'present', points: 1, colour: '#000000' };
}

it('takes the first letter of each code, and leaves it to the first that has it', () => {
  const keys = statusKeys([status('P'), status('L'), status('PL'), status('A')]);
  expect([...keys].map(([key, { code }]) => [key, code])).toEqual([
    ['p', 'P'],
    ['l', 'L'],
    ['a', 'A'],
  ]);
});

it('keeps the key that takes a mark back', () => {
  expect(statusKeys([status('U')]).size).toBe(0);
});
