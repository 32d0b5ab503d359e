import { describe, expect, it } from 'vitest';
import { classifyCameraError, hostSystem, mayHavePassed } from './camera-fault.ts';

describe('classifyCameraError', () => {
  it.each([
    ['NotFoundError', 'noCamera'],
    ['OverconstrainedError', 'noCamera'],
    ['NotAllowedError', 'denied'],
    ['SecurityError', 'denied'],
    ['NotReadableError', 'inUse'],
    ['AbortError', 'inUse'],
    ['InvalidStateError', 'failed'],
  ])('takes %s for %s', (name, kind) => {
    expect(classifyCameraError(new DOMException('why', name))).toEqual({
      kind,
      detail: `${name}: why`,
    });
  });

  it('keeps what is no error for whoever looks into it', () => {
    expect(classifyCameraError('broken')).toEqual({ kind: 'failed', detail: 'broken' });
  });

  it('says the name alone where the browser gives no message', () => {
    expect(classifyCameraError(new DOMException('', 'NotAllowedError')).detail).toBe(
      'NotAllowedError',
    );
  });
});

it('waits for a device event where only plugging in helps', () => {
  expect(mayHavePassed({ kind: 'unplugged', detail: '' })).toBe(false);
  expect(mayHavePassed({ kind: 'noCamera', detail: '' })).toBe(false);
  expect(mayHavePassed({ kind: 'denied', detail: '' })).toBe(true);
});

it.each([
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36', 'windows'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36', 'mac'],
  ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36', 'linux'],
])('reads the system from %s', (userAgent, system) => {
  expect(hostSystem(userAgent)).toBe(system);
});
