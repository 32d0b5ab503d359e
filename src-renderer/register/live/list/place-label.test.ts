import { expect, it } from 'vitest';
import { nameSize, placeBox } from './place-label.ts';

const box = { x: 0.1, y: 0.2, width: 0.3, height: 0.4 };

it('turns the box with the mirrored picture', () => {
  expect(placeBox(box, false).left).toBeCloseTo(10);
  expect(placeBox(box, true).left).toBeCloseTo(60);
  expect(placeBox(box, true)).toMatchObject({ top: 20, width: 30, height: 40 });
});

it('puts the words where there is room', () => {
  expect(placeBox(box, false).words).toBe('below');
  expect(placeBox({ ...box, y: 0.55 }, false).words).toBe('above');
  expect(placeBox({ ...box, y: 0.02, height: 0.9 }, false).words).toBe('below');
});

it('leaves the lower part to a challenge where it can', () => {
  expect(placeBox(box, false, true).words).toBe('above');
  expect(placeBox({ ...box, y: 0.05 }, false, true).words).toBe('below');
});

it('writes smaller the more faces there are', () => {
  expect(nameSize(1)).toBeGreaterThan(nameSize(4));
  expect(nameSize(4)).toBeGreaterThan(nameSize(12));
});

it('keeps words inside the picture at its edges', () => {
  const at = (x: number) => placeBox({ ...box, x, width: 0.1 }, false).align;
  expect([at(0.02), at(0.45), at(0.88)]).toEqual(['start', 'middle', 'end']);
  expect(placeBox({ ...box, x: 0.02, width: 0.1 }, true).align).toBe('end');
});
