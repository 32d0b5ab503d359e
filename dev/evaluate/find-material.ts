import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ChallengeStep, challengeStepSchema } from '#shared/liveness/evidence.ts';

export interface Clip {
  name: string;
  folder: string;
  frames: string[];
  fps: number;
  /** What the person was asked to do while it was recorded, from steps.txt; null where nothing. */
  steps: ChallengeStep[] | null;
}

export interface Person {
  name: string;
  pictures: string[];
}

const PICTURE = /\.(jpe?g|png)$/i;

/** Reads one folder of frames; null when it has no fps.txt. */
export async function readClip(folder: string, name: string): Promise<Clip | null> {
  const names = await readdir(folder);
  if (!names.includes('fps.txt')) return null;
  const fps = Number.parseFloat(await readFile(join(folder, 'fps.txt'), 'utf8'));
  if (!(fps > 0)) throw new Error(`${join(folder, 'fps.txt')} holds no frame rate.`);
  const frames = names
    .filter((file) => PICTURE.test(file))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .map((file) => join(folder, file));
  const asked = names.includes('steps.txt')
    ? await readFile(join(folder, 'steps.txt'), 'utf8')
    : null;
  const steps = asked && challengeStepSchema.array().parse(asked.trim().split(/\s+/));
  return { name, folder, frames, fps, steps: steps || null };
}

/** Clips in the folders of `folder`, in the order of their names; none when it does not exist. */
export async function readClips(folder: string): Promise<Clip[]> {
  const clips: Clip[] = [];
  for (const name of await subfolders(folder)) {
    const clip = await readClip(join(folder, name), name);
    if (clip) clips.push(clip);
  }
  return clips;
}

/** People as folders of pictures. */
export async function readPeople(folder: string): Promise<Person[]> {
  const people: Person[] = [];
  for (const name of await subfolders(folder)) {
    const files = (await readdir(join(folder, name))).filter((file) => PICTURE.test(file)).sort();
    if (files.length > 0) {
      people.push({ name, pictures: files.map((file) => join(folder, name, file)) });
    }
  }
  return people;
}

async function subfolders(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  });
  return entries
    .filter((entry) => entry.isDirectory() || entry.isSymbolicLink())
    .map((entry) => entry.name)
    .sort();
}

/** All clips and all people anywhere below a folder. */
export async function findMaterial(folder: string): Promise<{ clips: Clip[]; people: Person[] }> {
  const clips = await readClips(folder);
  const clipFolders = new Set(clips.map((clip) => clip.folder));
  const people = (await readPeople(folder)).filter(
    (person) => !clipFolders.has(join(folder, person.name)),
  );
  for (const name of await subfolders(folder)) {
    const path = join(folder, name);
    if (clipFolders.has(path) || people.some((person) => person.name === name)) continue;
    const inner = await findMaterial(path);
    clips.push(...inner.clips);
    people.push(...inner.people);
  }
  return { clips, people };
}
