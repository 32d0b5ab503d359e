/** Pixels as they come from a canvas: four bytes each, red first, row by row. */
export interface Picture {
  width: number;
  height: number;
  rgba: Uint8ClampedArray;
}

/** A picture at its own size and at halves of it, each made when first asked for. */
export class Pyramid {
  readonly base: Picture;
  readonly #levels: Picture[];

  constructor(base: Picture) {
    this.base = base;
    this.#levels = [base];
  }

  /** The picture at 1 / 2^depth of its size; the smallest there is for a greater depth. */
  level(depth: number): Picture {
    for (let made = this.#levels.length; made <= depth; made++) {
      const finer = this.#levels[made - 1] as Picture;
      if (finer.width < 4 || finer.height < 4) return finer;
      this.#levels.push(halve(finer));
    }
    return this.#levels[depth] as Picture;
  }
}

function halve(picture: Picture): Picture {
  const width = picture.width >> 1;
  const height = picture.height >> 1;
  const rgba = new Uint8ClampedArray(width * height * 4);
  const from = picture.rgba;
  const stride = picture.width * 4;
  let out = 0;
  for (let y = 0; y < height; y++) {
    let a = 2 * y * stride;
    for (let x = 0; x < width; x++) {
      for (let c = 0; c < 4; c++, a++) {
        const sum =
          (from[a] as number) +
          (from[a + 4] as number) +
          (from[a + stride] as number) +
          (from[a + stride + 4] as number);
        rgba[out++] = (sum + 2) >> 2;
      }
      a += 4;
    }
  }
  return { width, height, rgba };
}
