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

  it('says no more than the type of a thrown value', () => {
    expect(describeCause('Meera Iyer')).toBe('string');
  });
});
