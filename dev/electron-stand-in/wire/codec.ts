import { Packr } from 'msgpackr';

/** `copyBuffers` gives every typed array a buffer of its own, as structured cloning does. */
const packr = new Packr({ structuredClone: true, copyBuffers: true });

/**
 * Bytes for a value that structured cloning accepts: typed arrays, ArrayBuffer, Date, Map, Set,
 * Error, BigInt, undefined and cycles arrive as what they were.
 * @throws DataCloneError for functions, symbols and the like, as Electron's IPC does
 */
export function encode(value: unknown): Uint8Array<ArrayBuffer> {
  // A copy: the packer reuses its buffer.
  return new Uint8Array(packr.pack(structuredClone(value)));
}

/** The value that {@link encode} was given. Pass a plain Uint8Array: a Buffer would yield Buffers. */
export function decode(bytes: Uint8Array): unknown {
  return packr.unpack(bytes);
}
