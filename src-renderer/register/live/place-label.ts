import type { FractionBox } from '#vision/protocol.ts';

/** Where a face's box is drawn, in percent of the picture, turned if the picture is mirrored. */
export interface PlacedBox {
  left: number;
  top: number;
  width: number;
  height: number;
  /** Words go under the box; over it where there is no room under it. */
  words: 'below' | 'above';
}

/** Share of the picture's height that must be free for words to stand there. */
const ROOM_FOR_WORDS = 0.2;

export function placeBox(box: FractionBox, mirror: boolean): PlacedBox {
  const x = mirror ? 1 - box.x - box.width : box.x;
  const below = 1 - (box.y + box.height);
  return {
    left: x * 100,
    top: box.y * 100,
    width: box.width * 100,
    height: box.height * 100,
    words: below >= ROOM_FOR_WORDS || below >= box.y ? 'below' : 'above',
  };
}

/**
 * Height of the letters of a name, as a share of the picture's width. Few faces get letters
 * that can be read from three metres; more faces get smaller ones, so that names keep apart.
 */
export function nameSize(faces: number): number {
  if (faces <= 2) return 0.044;
  return faces <= 5 ? 0.032 : 0.022;
}
