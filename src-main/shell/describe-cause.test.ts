import { describe, expect, it } from 'vitest';
import { describeCause } from './describe-cause.ts';

describe('describeCause', () => {
  it('keeps name, code and place, and drops the message', () => {
    const cause = Object.assign(new TypeError('Meera Iyer is not unique'), {
      code: 'SQLITE_CONSTRAINT',
    });
    const text = describeCause(cause);
    expect(text).toMatch(/^TypeError SQLITE_CONSTRAINT\n\s+at /);
    expect(text).not.toContain('Meera');
  });

  it('keeps no line of a message that looks like a place in the code', () => {
    const cause = new Error('params: ill\n    at home with Meera:1:2\n    at Meera Iyer (x:1:2)');
    expect(describeCause(cause)).not.toContain('Meera');
  });

  it('keeps the names of files and not of their folders', () => {
    const cause = new Error('broken');
    cause.stack = [
      'Error: broken',
      '    at open (file:///home/meera iyer/app/out/main/index.js:12:3)',
      '    at C:\\Users\\Meera Iyer\\app\\index.js:4:5',
      '    at async Promise.all (index 0)',
      '    at new Register (node:fs:1:2)',
    ].join('\n');
    expect(describeCause(cause)).toBe(
      'Error\n    at open (index.js:12:3)\n    at index.js:4:5\n    at new Register (node:fs:1:2)',
    );
  });

  it('says no more than the type of a thrown value', () => {
    expect(describeCause('Meera Iyer')).toBe('string');
  });
});
