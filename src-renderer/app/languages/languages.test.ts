import { describe, expect, it } from 'vitest';
import { english } from './english.ts';
import { hindi } from './hindi.ts';

/** Each text by the way to it, such as `nav.today`. */
function texts(node: unknown, path = ''): [path: string, text: string][] {
  if (typeof node === 'string') return [[path, node]];
  return Object.entries(node as object).flatMap(([key, inner]) => texts(inner, `${path}.${key}`));
}

const PLACE = /\{\{[^}]*\}\}/g;

describe.each(Object.entries(hindi))('%s in Hindi', (namespace, words) => {
  const original = new Map(texts(english[namespace as keyof typeof english]));

  it('has the texts of the English one and no other, and none is empty', () => {
    const translated = texts(words);
    expect(translated.map(([path]) => path).toSorted()).toEqual([...original.keys()].toSorted());
    for (const [path, text] of translated) expect(text.trim(), path).not.toBe('');
  });

  it('has the places for values that the English one has', () => {
    for (const [path, text] of texts(words)) {
      const places = new Set(text.match(PLACE));
      expect(places, path).toEqual(new Set(original.get(path)?.match(PLACE)));
    }
  });
});

it('belongs to a namespace that there is', () => {
  expect(Object.keys(english)).toEqual(expect.arrayContaining(Object.keys(hindi)));
});
