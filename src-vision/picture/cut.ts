/** How much picture and face changed since the look before. */
export interface Change {
  /** Mean absolute difference of luma between the two pictures. */
  picture: number;
  /** Change of the face's shape, percent of the inter-ocular distance. */
  shape: number;
}

const MEMORY = 15;
const MIN_MEMORY = 4;
/** A repeated frame says nothing of how much this picture moves. */
const REPEATED = 0.05;
const CLEAR_CUT = 3;
const JUMP = { picture: 1.6, shape: 2.5 } as const;
const LEAST = 0.8;

/**
 * Tells a cut (a loop's end, a recording changed) from movement: the picture changes more than at
 * any time before, and the face with it. What lies on both sides of a cut is not compared.
 */
export class CutWatch {
  #pictures: number[] = [];
  #shapes: number[] = [];

  push({ picture, shape }: Change): boolean {
    if (picture < REPEATED) return false;
    const isCut = this.#isCut(picture, shape);
    keep(this.#pictures, picture);
    keep(this.#shapes, shape);
    if (isCut) {
      this.#pictures = [];
      this.#shapes = [];
    }
    return isCut;
  }

  #isCut(picture: number, shape: number): boolean {
    if (this.#pictures.length < MIN_MEMORY || picture < LEAST) return false;
    const most = Math.max(...this.#pictures);
    const sorted = this.#shapes.toSorted((a, b) => a - b);
    const usual = sorted[sorted.length >> 1] as number;
    if (picture > CLEAR_CUT * most) return true;
    return picture > JUMP.picture * most && shape > JUMP.shape * usual;
  }
}

function keep(values: number[], value: number): void {
  values.push(value);
  if (values.length > MEMORY) values.shift();
}
