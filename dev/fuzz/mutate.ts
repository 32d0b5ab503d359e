import fc, { type Arbitrary } from 'fast-check';
import { anythingElse } from './hostile-values.ts';

function isTree(value: unknown): value is Record<string, unknown> | unknown[] {
  return typeof value === 'object' && value !== null && !ArrayBuffer.isView(value);
}

/** The same value with one place in it, found by following `path` as far as it leads, changed. */
function changeAt(
  value: unknown,
  path: readonly number[],
  change: (old: unknown) => unknown,
): unknown {
  const [step, ...rest] = path;
  if (step === undefined || !isTree(value)) return change(value);
  const keys = Object.keys(value);
  const key = keys[step % Math.max(keys.length, 1)];
  if (key === undefined) return change(value);
  const changed = changeAt(Reflect.get(value, key), rest, change);
  return Array.isArray(value) ? value.with(Number(key), changed) : { ...value, [key]: changed };
}

function without(value: unknown): unknown {
  return isTree(value) && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).slice(1))
    : undefined;
}

const changes: Arbitrary<(old: unknown) => unknown> = fc.oneof(
  anythingElse.map((other) => () => other),
  fc.constant(without),
  fc.constant((old: unknown) => [old]),
  fc.constant((old: unknown) => ({ ...(isTree(old) ? old : {}), extra: old, constructor: 1 })),
  fc.constant((old: unknown) => (typeof old === 'string' ? `${old}${old}` : fc.stringify(old))),
  fc.constant((old: unknown) => (typeof old === 'number' ? -old * 1.5 : old)),
);

const path = fc.array(fc.nat(20), { maxLength: 4 });

/** Inputs of which one place, at any depth, is wrong in some way. */
export function mutated(inputs: Arbitrary<unknown>): Arbitrary<unknown> {
  return fc
    .tuple(inputs, path, changes)
    .map(([value, where, change]) => changeAt(value, where, change));
}
