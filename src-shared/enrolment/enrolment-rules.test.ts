import { describe, expect, it } from 'vitest';
import { enrolmentProblem } from './enrolment-rules.ts';

const view = (capturedAt: number, change: object = {}) => ({
  pose: 'front' as const,
  source: 'camera' as const,
  quality: 0.8,
  capturedAt,
  ...change,
});
const views = (...instants: number[]) => instants.map((instant) => view(instant));

describe('enrolmentProblem', () => {
  it('takes five views from the camera, each from its own moment', () => {
    expect(enrolmentProblem(views(0, 100, 200, 300, 400))).toBeNull();
    expect(enrolmentProblem(views(0, 100, 200, 300))).toBe('tooFewMoments');
  });

  it('counts views of one moment once, in whatever order they come', () => {
    expect(enrolmentProblem(views(400, 0, 33, 66, 99, 200, 250))).toBe('tooFewMoments');
  });

  it('takes a single picture from a file', () => {
    expect(enrolmentProblem([view(0, { source: 'file' })])).toBeNull();
  });

  it('does not let a file make up for too few views from the camera', () => {
    expect(enrolmentProblem([view(0, { source: 'file' }), ...views(100, 200)])).toBe(
      'tooFewMoments',
    );
  });

  it('takes what there is in files, even without a front view', () => {
    expect(enrolmentProblem([view(0, { source: 'file', pose: 'right' })])).toBeNull();
  });

  it('asks the camera for a front view', () => {
    const turned = views(0, 100, 200, 300, 400).map((front) => ({
      ...front,
      pose: 'left' as const,
    }));
    expect(enrolmentProblem(turned)).toBe('frontRequired');
  });

  it('refuses a picture that shows next to nothing', () => {
    expect(enrolmentProblem([...views(0, 100, 200, 300), view(400, { quality: 0.01 })])).toBe(
      'poorQuality',
    );
  });
});
