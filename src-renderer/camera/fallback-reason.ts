/** Why recognition does not run on the graphics processor, as far as a person needs to know. */
export type FallbackKind = 'software' | 'none' | 'slow' | 'failed';

/** By the sentences of `src-vision/backend.ts`. */
const SENTENCES: readonly (readonly [RegExp, FallbackKind])[] = [
  [/^WebGL is drawn by software/, 'software'],
  [/^This computer offers no WebGL/, 'none'],
  [/^WebGL took \d+ ms/, 'slow'],
];

/** What a sentence of the engine's comes to; `failed` for all that it met while starting. */
export function fallbackKind(reason: string): FallbackKind {
  return SENTENCES.find(([sentence]) => sentence.test(reason))?.[1] ?? 'failed';
}
