import fc, { type Arbitrary } from 'fast-check';
import { z } from 'zod';
import { hostileText, knownIds } from './hostile-values.ts';

/** Vectors of the right kind: unit length is the handler's to check, so most are not. */
const vector = fc
  .oneof(fc.constant(1152), fc.integer({ min: 0, max: 1300 }))
  .chain((length) => fc.float32Array({ minLength: length, maxLength: length }));

/** Makes the text of a field of at most so many characters. */
type TextSource = (maxLength: number | undefined) => Arbitrary<string>;

/** What stands where a schema leaves it open. */
interface Fillings {
  ids: readonly string[];
  text: TextSource;
}

const file = (text: TextSource) =>
  fc
    .tuple(fc.uint8Array({ maxLength: 500 }), text(60))
    .map(([bytes, name]) => new File([bytes], name));

function numberOf(schema: z.core.JSONSchema.JSONSchema): Arbitrary<number> {
  const { minimum = -1e6, maximum = 1e13 } = schema;
  if (schema.type === 'integer') {
    const max = Math.min(maximum, Number.MAX_SAFE_INTEGER);
    return fc.integer({ min: Math.max(minimum, Number.MIN_SAFE_INTEGER), max });
  }
  return fc.double({ min: minimum, max: maximum, noNaN: true });
}

const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

function textOf(schema: z.core.JSONSchema.JSONSchema, fillings: Fillings): Arbitrary<string> {
  if (schema.format === 'uuid') return knownIds(fillings.ids);
  if (schema.format === 'date') return day;
  if (schema.format === 'time') return fc.constantFrom('08:00', '09:45', '23:59');
  if (schema.format === 'email') return fc.emailAddress();
  return fillings.text(schema.maxLength);
}

function objectOf(schema: z.core.JSONSchema.JSONSchema, fillings: Fillings): Arbitrary<unknown> {
  const { properties = {}, required = [] } = schema;
  const entries = Object.entries(properties).map(([key, value]) => [
    key,
    fromJsonSchema(value, fillings),
  ]);
  return fc.record(Object.fromEntries(entries) as Record<string, Arbitrary<unknown>>, {
    requiredKeys: required,
  });
}

function fromJsonSchema(
  schema: z.core.JSONSchema.JSONSchema | boolean,
  fillings: Fillings,
): Arbitrary<unknown> {
  if (typeof schema === 'boolean') return fc.anything();
  if (schema.title === 'vector') return vector;
  if (schema.title === 'file') return file(fillings.text);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map((choice) => fromJsonSchema(choice, fillings)));
  switch (schema.type) {
    case 'string':
      return textOf(schema, fillings);
    case 'number':
    case 'integer':
      return numberOf(schema);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array': {
      const item = Array.isArray(schema.items) ? {} : (schema.items ?? {});
      return fc.array(fromJsonSchema(item, fillings), { maxLength: 8 });
    }
    case 'object':
      return objectOf(schema, fillings);
    default:
      return fc.anything();
  }
}

/**
 * Inputs of the shape that a schema describes, with hostile text in it; its refinements are not
 * known here, so that some are refused all the same.
 * @param ids ids that exist, to be used where the schema wants an id
 * @param text what to write where the schema takes any text
 */
export function arbitraryFrom(
  schema: z.core.$ZodType,
  ids: readonly string[],
  text: TextSource = hostileText,
): Arbitrary<unknown> {
  const json = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    reused: 'inline',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema._zod.def.type === 'custom') jsonSchema.title = 'vector';
      if (zodSchema._zod.def.type === 'file') jsonSchema.title = 'file';
    },
  });
  return fromJsonSchema(json, { ids, text });
}
