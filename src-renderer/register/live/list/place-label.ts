import type { FractionBox } from '#vision/protocol.ts';

/** Where a face's box is drawn, in percent of the picture, turned if the picture is mirrored. */
export interface PlacedBox {
  left: number;
  top: number;
  width: number;
  height: number;
  /** Words go under the box; over it where there is no room under it. */
  words: 'below' | 'above';
  /** At the picture's edges, words begin or end with the box, so that they stay in the picture. */
  align: 'start' | 'middle' | 'end';
}

/** Share of the picture's height that must be free for words to stand there. */
const ROOM_FOR_WORDS = 0.2;

/** @param challenged the lower part of the picture is taken by a challenge for this face */
export function placeBox(box: FractionBox, mirror: boolean, challenged = false): PlacedBox {
  const x = mirror ? 1 - box.x - box.width : box.x;
  const centre = x + box.width / 2;
  return {
    left: x * 100,
    top: box.y * 100,
    width: box.width * 100,
    height: box.height * 100,
    align: alignAt(centre),
    words: hasRoomBelow(box, challenged) ? 'below' : 'above',
  };
}

/** Words take up to six tenths of the width, so that they fit about a centre three tenths in. */
function alignAt(centre: number): PlacedBox['align'] {
  if (centre < 0.3) return 'start';
  return centre > 0.7 ? 'end' : 'middle';
}

function hasRoomBelow(box: FractionBox, challenged: boolean): boolean {
  const below = 1 - (box.y + box.height);
  if (challenged && box.y >= ROOM_FOR_WORDS) return false;
  return below >= ROOM_FOR_WORDS || below >= box.y;
}

/**
 * Height of the letters of a name, as a share of the picture's width. Few faces get letters
 * that can be read from three metres; more faces get smaller ones, so that names keep apart.
 */
export function nameSize(faces: number): number {
  if (faces <= 2) return 0.044;
  return faces <= 5 ? 0.032 : 0.022;
}
