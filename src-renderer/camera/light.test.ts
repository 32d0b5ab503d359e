import { expect, it } from 'vitest';
import { lightOf, meanBrightness } from './light.ts';

it('weighs green most, as the eye does', () => {
  const green = meanBrightness(Uint8ClampedArray.from([0, 255, 0, 255]));
  const blue = meanBrightness(Uint8ClampedArray.from([0, 0, 255, 255]));
  expect(green).toBeCloseTo(182.4, 1);
  expect(blue).toBeCloseTo(18.4, 1);
});

it('takes the mean over all pixels and leaves transparency out', () => {
  expect(meanBrightness(Uint8ClampedArray.from([255, 255, 255, 0, 0, 0, 0, 255]))).toBeCloseTo(
    127.5,
    3,
  );
  expect(meanBrightness(new Uint8ClampedArray())).toBe(0);
});

it.each([
  [0, 'tooDark'],
  [39.9, 'tooDark'],
  [40, 'dim'],
  [75, 'good'],
  [215, 'good'],
  [216, 'tooBright'],
])('calls a brightness of %s %s', (brightness, light) => {
  expect(lightOf(brightness)).toBe(light);
});
