import { describe, expect, it } from 'vitest';
import { DEFAULT_SIZE, MINIMUM_SIZE, placeOn } from './window-state.ts';

const laptop = { workArea: { x: 0, y: 0, width: 1440, height: 900 } };
const projector = { workArea: { x: 1440, y: 0, width: 1920, height: 1080 } };
const onProjector = {
  bounds: { x: 1600, y: 100, width: 1300, height: 900 },
  maximized: false,
};

describe('placeOn', () => {
  it('starts at the default size', () => {
    expect(placeOn([laptop], undefined)).toEqual(DEFAULT_SIZE);
  });

  it('goes back to where it was while that display is there', () => {
    expect(placeOn([laptop, projector], onProjector)).toEqual(onProjector.bounds);
  });

  it('comes back on the laptop when the projector is gone', () => {
    expect(placeOn([laptop], onProjector)).toEqual({ width: 1300, height: 900 });
  });

  it('is never smaller than the screens are made for', () => {
    const small = { bounds: { x: 0, y: 0, width: 200, height: 100 }, maximized: false };
    expect(placeOn([laptop], small)).toEqual({ x: 0, y: 0, ...MINIMUM_SIZE });
  });
});
