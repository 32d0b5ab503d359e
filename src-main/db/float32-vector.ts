import { customType } from 'drizzle-orm/sqlite-core';

/** A face vector as a BLOB of little-endian float32 values. */
export const float32Vector = customType<{ data: Float32Array; driverData: Buffer }>({
  dataType: () => 'blob',
  toDriver: (vector) => Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength),
  // Copied: a Buffer from the driver need not start on a multiple of four bytes.
  fromDriver: (blob) => new Float32Array(new Uint8Array(blob).buffer),
});
