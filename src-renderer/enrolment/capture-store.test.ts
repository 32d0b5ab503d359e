import { beforeEach, describe, expect, it } from 'vitest';
import type { Pose } from '#shared/contract/enrolment.contract.ts';
import type { CapturedView } from '#vision/protocol.ts';
import {
  acceptView,
  addPhotos,
  beginCamera,
  clearCapture,
  judgePhoto,
  removePhoto,
  retake,
  skipCurrent,
  useCaptureStore,
} from './capture-store.ts';

/** Node has no ImageBitmap; what counts here is that each is let go exactly once. */
class CountedPicture implements ImageBitmap {
  readonly width = 1;
  readonly height = 1;
  closed = 0;
  close() {
    this.closed += 1;
  }
}

const made: CountedPicture[] = [];

function picture(): CountedPicture {
  const counted = new CountedPicture();
  made.push(counted);
  return counted;
}

function view(pose: Pose): CapturedView {
  return { pose, vector: new Float32Array(4), quality: 0.9, capturedAt: 1, picture: picture() };
}

const state = () => useCaptureStore.getState();

function takeAll(): void {
  for (const pose of ['front', 'left', 'right', 'up', 'smile', 'front'] as const) {
    expect(acceptView(view(pose))).toBe(true);
  }
}

beforeEach(() => {
  clearCapture();
  made.length = 0;
  beginCamera();
});

describe('views from the camera', () => {
  it('lead to the approval when the last one is taken', () => {
    takeAll();
    expect(state().step).toBe('approval');
    expect(state().views.size).toBe(6);
  });

  it('are taken only in the pose asked for', () => {
    expect(acceptView(view('left'))).toBe(false);
    expect(state().views.size).toBe(0);
  });

  it('go back to the camera for one of them, and let its picture go', () => {
    takeAll();
    retake(1);
    expect(state().step).toBe('camera');
    expect(made.filter((p) => p.closed === 1)).toHaveLength(1);
    expect(acceptView(view('left'))).toBe(true);
    expect(state().step).toBe('approval');
  });

  it('may be skipped, but for the front', () => {
    acceptView(view('front'));
    skipCurrent();
    expect(state().plan[1]?.state).toBe('skipped');
    expect(acceptView(view('right'))).toBe(true);
  });
});

it('lets every picture go exactly once when the enrolment is over', () => {
  takeAll();
  retake(0);
  acceptView(view('front'));
  addPhotos([{ id: 'a', fileName: 'a.jpg', pickedAt: 1, verdict: { kind: 'waiting' } }]);
  const box = { x: 0, y: 0, width: 1, height: 1 };
  const face = {
    kind: 'face',
    vector: new Float32Array(4),
    quality: 1,
    pose: 'front',
    box,
  } as const;
  judgePhoto('a', { ...face, picture: picture() });
  clearCapture();
  expect(made.map((p) => p.closed)).toEqual(made.map(() => 1));
  expect(made).toHaveLength(8);
});

it('lets the picture of a photo go that was taken away before its verdict came', () => {
  addPhotos([{ id: 'a', fileName: 'a.jpg', pickedAt: 1, verdict: { kind: 'waiting' } }]);
  removePhoto('a');
  const box = { x: 0, y: 0, width: 1, height: 1 };
  const late = picture();
  const face = {
    kind: 'face',
    vector: new Float32Array(4),
    quality: 1,
    pose: 'front',
    box,
  } as const;
  judgePhoto('a', { ...face, picture: late });
  expect(late.closed).toBe(1);
  expect(state().photos).toEqual([]);
});
