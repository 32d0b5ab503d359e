/**
 * Marks the branch that no value can reach; the compiler complains when a case is forgotten.
 * @throws Error naming the value, should one arrive from outside the types.
 */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
