import type { ZodType } from 'zod';

/** A form rule from a schema of the contract: null when the value fits, else these words. */
export function must(schema: ZodType, words: string): (value: unknown) => string | null {
  return (value) => (schema.safeParse(value).success ? null : words);
}
