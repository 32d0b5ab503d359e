import type { StandardRPCCustomJsonSerializer } from '@orpc/client/standard';

/** The serializer's number on the wire; oRPC keeps 0 to 20 for itself. */
const FLOAT32_TYPE = 21;
const CHUNK = 0x8000;

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += CHUNK) {
    text += String.fromCharCode(...bytes.subarray(start, start + CHUNK));
  }
  return btoa(text);
}

function fromBase64(text: string): Float32Array<ArrayBuffer> {
  const characters = atob(text);
  const bytes = new Uint8Array(characters.length);
  for (let at = 0; at < bytes.length; at++) bytes[at] = characters.charCodeAt(at);
  return new Float32Array(bytes.buffer, 0, Math.floor(bytes.byteLength / 4));
}

/**
 * Carries `Float32Array` through oRPC, which knows no typed arrays, as base64 of its
 * little-endian bytes: a template of 1,152 values takes 6 KB. Used by both ends.
 */
export const float32Serializer: StandardRPCCustomJsonSerializer = {
  type: FLOAT32_TYPE,
  condition: (data) => data instanceof Float32Array,
  serialize: (data: Float32Array) =>
    toBase64(new Uint8Array(data.buffer, data.byteOffset, data.byteLength)),
  deserialize: (data: unknown) => fromBase64(String(data)),
};
