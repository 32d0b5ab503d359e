import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, encode } from './codec.ts';

function throughTheWire(value: unknown): unknown {
  return decode(encode(value));
}

describe('encode and decode', () => {
  it('bring back any structured value', () => {
    // -0 arrives as 0: MessagePack has one integer zero.
    const values = [fc.boolean(), fc.integer(), fc.double().map((each) => each + 0), fc.string()];
    const value = fc.anything({
      values,
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withTypedArray: true,
    });
    fc.assert(
      fc.property(value, (sent) => {
        expect(throughTheWire(sent)).toEqual(structuredClone(sent));
      }),
    );
  });

  it('give every typed array a buffer of its own', () => {
    const [first] = throughTheWire([new Uint8Array([1, 2]), new Uint8Array([3])]) as Uint8Array[];
    expect(first?.buffer.byteLength).toBe(2);
    expect(first).not.toBeInstanceOf(Buffer);
  });

  it('keep what points at itself', () => {
    const loop: { self?: unknown } = {};
    loop.self = loop;
    const back = throughTheWire(loop) as { self: unknown };
    expect(back.self).toBe(back);
  });

  it('keep an error an error', () => {
    const back = throughTheWire(new RangeError('too far', { cause: 'x' }));
    expect(back).toBeInstanceOf(RangeError);
    expect(back).toMatchObject({ message: 'too far' });
  });

  it('refuse a function', () => {
    expect(() => encode({ act: () => undefined })).toThrow('could not be cloned');
  });
});
