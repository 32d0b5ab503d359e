import fc, { type Arbitrary } from 'fast-check';

type Change = (bytes: Buffer) => Buffer;

/** A place in a file as a share of its length, so that it fits files of every size. */
const place = fc.double({ min: 0, max: 1, noNaN: true });
const at = (bytes: Buffer, share: number) => Math.floor(share * Math.max(bytes.length - 1, 0));

const flips: Arbitrary<Change> = fc
  .array(fc.tuple(place, fc.nat(255)), { minLength: 1, maxLength: 40 })
  .map((changes) => (bytes) => {
    const copy = Buffer.from(bytes);
    for (const [share, value] of changes) if (copy.length > 0) copy[at(copy, share)] = value;
    return copy;
  });

const cuts: Arbitrary<Change> = place.map((end) => (bytes) => bytes.subarray(0, at(bytes, end)));

const insertions: Arbitrary<Change> = fc
  .tuple(place, fc.uint8Array({ minLength: 1, maxLength: 4_000 }))
  .map(
    ([where, extra]) =>
      (bytes) =>
        Buffer.concat([
          bytes.subarray(0, at(bytes, where)),
          extra,
          bytes.subarray(at(bytes, where)),
        ]),
  );

/** Sizes and counts of archives and headers stand in four bytes; extreme ones break readers. */
const sizes: Arbitrary<Change> = fc
  .tuple(place, fc.constantFrom(0, 1, 0x7fffffff, 0xffffffff))
  .map(([where, value]) => (bytes) => {
    const copy = Buffer.from(bytes);
    const start = Math.min(at(copy, where), copy.length - 4);
    if (start >= 0) copy.writeUInt32LE(value, start);
    return copy;
  });

const repeats: Arbitrary<Change> = fc.tuple(place, place).map(([one, other]) => (bytes) => {
  const [from, to] = [at(bytes, Math.min(one, other)), at(bytes, Math.max(one, other))];
  return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)]);
});

const nothingLeft: Arbitrary<Change> = fc
  .uint8Array({ maxLength: 2_000 })
  .map((noise) => () => Buffer.from(noise));

const changes = fc.oneof(
  { weight: 4, arbitrary: flips },
  { weight: 2, arbitrary: cuts },
  { weight: 2, arbitrary: insertions },
  { weight: 3, arbitrary: sizes },
  { weight: 1, arbitrary: repeats },
  { weight: 1, arbitrary: nothingLeft },
);

/** The file as a bad disk, a bad copy or somebody of ill will might have left it. */
export function spoiled(file: Buffer): Arbitrary<Buffer> {
  return fc
    .array(changes, { minLength: 1, maxLength: 3 })
    .map((steps) => steps.reduce((bytes, step) => step(bytes), file));
}
