import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');
const devFaces = join(root, '../shared/faces');

/** Real people on video, kept beside the project and never in it. */
export const hasDevFaces = existsSync(join(devFaces, 'clips/live'));

/** What to say where the clips are absent. */
export const NO_DEV_FACES = 'needs ../shared/faces, which is not on this machine';

export interface Clip {
  /** JPEG files in playing order. */
  frames: string[];
  fps: number;
}

export function devClip(name: string): Clip {
  const folder = join(devFaces, 'clips/live', name);
  const frames = globSync('*.jpg', { cwd: folder })
    .sort()
    .map((file) => join(folder, file));
  return { frames, fps: Number(readFileSync(join(folder, 'fps.txt'), 'utf8')) };
}

/** The same clip from frame `from` up to but not including `to`. */
export function cut(clip: Clip, from: number, to = clip.frames.length): Clip {
  return { ...clip, frames: clip.frames.slice(from, to) };
}

/** The six sample photos that the face-api package carries. */
export const packagedPhotos = [1, 2, 3, 4, 5, 6].map((number) =>
  join(root, 'node_modules/@vladmandic/face-api/demo', `sample${number}.jpg`),
);
