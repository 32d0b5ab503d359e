import type { Pose } from '#shared/contract/enrolment.contract.ts';
import type { CameraTrouble } from '#shared/recognition/camera-trouble.ts';
import type { Box } from '../faces/detect.ts';
import { mouthWidth } from '../faces/measure.ts';
import { assessQuality } from '../faces/quality.ts';
import type { Track } from '../faces/track.ts';
import type { Picture } from '../picture/picture.ts';
import type { Frame } from '../picture/source.ts';
import type { CapturedView, CaptureReport, FractionBox } from '../protocol.ts';
import { type Describer, describeFace } from '../recognition/describe.ts';
import { Shutter } from './capture.ts';

/** A second face at least this large beside the first is in the way. */
const DISTURBING_SHARE = 0.35;
const MARGIN = 0.35;

/** Guided capture of one person's views. */
export class EnrolmentWork {
  readonly #describer: Describer;
  readonly #shutter = new Shutter();

  constructor(describer: Describer) {
    this.#describer = describer;
  }

  /** The next pose of the same person. */
  restart(): void {
    this.#shutter.restart();
  }

  /** Looks at one frame; a view when the shutter went. */
  async look(
    { pyramid, capturedAt, mediaTime }: Frame,
    tracks: readonly Track[],
    pose: Pose,
    trouble: CameraTrouble | null,
  ): Promise<{ report: CaptureReport; view: CapturedView | null }> {
    const [track, second] = tracks.toSorted((a, b) => b.box.width - a.box.width);
    const nothing = { pose, box: null, hint: null, progress: 0, trouble } as const;
    if (!track) return { report: nothing, view: null };
    const { base } = pyramid;
    const box = fractionBox(track.box, base);
    if (second && second.box.width > DISTURBING_SHARE * track.box.width) {
      return { report: { ...nothing, box, hint: 'onePersonOnly' }, view: null };
    }
    const { points, window } = track.mesh;
    const quality = assessQuality(pyramid, points, window);
    const sample = {
      time: mediaTime,
      quality,
      mouthWidth: mouthWidth(points),
      x: track.box.x + track.box.width / 2,
      y: track.box.y + track.box.height / 2,
    };
    const { hint, progress, take } = this.#shutter.push(pose, sample, base.width);
    const report: CaptureReport = { pose, box, hint, progress, trouble };
    if (!take) return { report, view: null };
    const vector = await describeFace(this.#describer, pyramid, points, 'both');
    this.#shutter.taken(pose, sample);
    const picture = await cutOut(base, track.box);
    return { report, view: { pose, vector, quality: quality.score, capturedAt, picture } };
  }
}

export function fractionBox(box: Box, { width, height }: Picture): FractionBox {
  return {
    x: box.x / width,
    y: box.y / height,
    width: box.width / width,
    height: box.height / height,
  };
}

/** The face with some surround, for the approval screen. */
export function cutOut({ width, height, rgba }: Picture, box: Box): Promise<ImageBitmap> {
  const left = Math.max(0, Math.floor(box.x - box.width * MARGIN));
  const top = Math.max(0, Math.floor(box.y - box.height * MARGIN));
  const right = Math.min(width, Math.ceil(box.x + box.width * (1 + MARGIN)));
  const bottom = Math.min(height, Math.ceil(box.y + box.height * (1 + MARGIN)));
  const picture = new ImageData(new Uint8ClampedArray(rgba), width, height);
  return createImageBitmap(
    picture,
    left,
    top,
    Math.max(1, right - left),
    Math.max(1, bottom - top),
  );
}
