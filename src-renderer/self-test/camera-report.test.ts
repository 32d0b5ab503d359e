import { describe, expect, it } from 'vitest';
import {
  type CameraMeasurements,
  type CameraSample,
  findingsOf,
  middleOf,
  overallLevel,
  sampleOf,
} from './camera-report.ts';

const fine: CameraMeasurements = {
  tookMs: 40,
  fps: 20,
  light: 120,
  blown: 0.02,
  sharpness: { of: 'face', value: 0.2 },
  interOcular: 60,
  width: 1280,
  height: 720,
  cameraFps: 30,
};

const finding = (changes: Partial<CameraMeasurements>) =>
  findingsOf({ ...fine, ...changes }).flatMap(({ measure, level, finding: what }) =>
    level === 'good' ? [] : [`${measure} ${level} ${what}`],
  );

it('finds nothing wrong with a good place', () => {
  expect(finding({})).toEqual([]);
  expect(overallLevel(findingsOf(fine))).toBe('good');
});

describe('says what is wrong', () => {
  it.each([
    [{ light: 44 }, 'light bad tooDark'],
    [{ light: 60 }, 'light weak dim'],
    [{ light: 230 }, 'light bad tooBright'],
    [{ light: 200 }, 'light weak tooBright'],
    [{ blown: 0.6 }, 'light bad tooBright'],
    [{ sharpness: { of: 'face', value: 0.04 } as const }, 'sharpness bad blurred'],
    [{ sharpness: { of: 'face', value: 0.08 } as const }, 'sharpness weak soft'],
    [{ interOcular: 17 }, 'face bad tooSmall'],
    [{ interOcular: 25 }, 'face weak small'],
    [{ height: 360 }, 'resolution bad tooLow'],
    [{ height: 480 }, 'resolution weak low'],
    [{ cameraFps: 8 }, 'rate bad tooSlow'],
    [{ cameraFps: 15 }, 'rate weak slow'],
    [{ fps: 3 }, 'speed bad tooSlow'],
    [{ fps: 6 }, 'speed weak slow'],
  ])('%o: %s', (changes, expected) => {
    expect(finding(changes)).toEqual([expected]);
  });

  it('the worst counts', () => {
    expect(overallLevel(findingsOf({ ...fine, light: 60 }))).toBe('weak');
    expect(overallLevel(findingsOf({ ...fine, light: 60, fps: 1 }))).toBe('bad');
  });
});

it('judges an empty picture by the limits of pictures', () => {
  const empty = { interOcular: null, sharpness: { of: 'picture', value: 0.03 } } as const;
  expect(finding(empty)).toEqual(['face weak none']);
  expect(finding({ ...empty, light: 40 })).toEqual(['light weak dim', 'face weak none']);
  expect(finding({ ...empty, light: 20 })).toContain('light bad tooDark');
  expect(finding({ ...empty, sharpness: { of: 'picture', value: 0.01 } })).toContain(
    'sharpness bad blurred',
  );
});

describe('the middle of some samples', () => {
  const { width: _w, height: _h, cameraFps: _f, ...sample } = fine;
  const empty: CameraSample = {
    ...sample,
    light: 20,
    sharpness: { of: 'picture', value: 0.05 },
    interOcular: null,
  };

  it('lets no odd frame through', () => {
    expect(middleOf([sample, { ...sample, light: 3 }, sample])).toEqual(sample);
    expect(middleOf([])).toBeNull();
  });

  it('is of the face while it is there in most of them', () => {
    expect(middleOf([sample, empty, sample])).toEqual(sample);
    expect(middleOf([empty, empty, sample])).toEqual(empty);
  });
});

it('samples the largest face, or the picture alone', () => {
  const picture = { mean: 90, spread: 40, blown: 0.1, sharpness: 0.07, structure: 0.5, change: 2 };
  const report = { capturedAt: 0, trouble: null, tookMs: 30, fps: 12, picture };
  const face = (width: number, interOcular: number) => ({
    trackId: width,
    box: { x: 0, y: 0, width, height: width },
    state: { kind: 'unknown' } as const,
    challenge: null,
    quality: {
      interOcular,
      brightness: 100,
      sharpness: 0.2,
      score: 1,
      pose: { yaw: 0, pitch: 0, roll: 0 },
    },
  });
  expect(sampleOf({ ...report, faces: [face(0.1, 20), face(0.4, 80)] })).toMatchObject({
    light: 100,
    sharpness: { of: 'face', value: 0.2 },
    interOcular: 80,
  });
  expect(sampleOf({ ...report, faces: [] })).toMatchObject({
    light: 90,
    sharpness: { of: 'picture', value: 0.07 },
    interOcular: null,
  });
  expect(sampleOf({ ...report, faces: [], picture: null })).toBeNull();
});
