import type { GalleryData, GalleryPart } from '#shared/contract/gallery.ts';
import { DESCRIPTOR_MODEL } from '#shared/recognition/descriptor-model.ts';
import { type Gallery, lookAlikesIn } from '#shared/recognition/gallery.ts';
import type { Db } from '../../db/database.ts';
import { facesOf } from '../../enrolment/known-faces.ts';
import { lookAlikePairs } from '../../enrolment/look-alikes.queries.ts';
import { DomainError } from '../../rpc/domain-error.ts';
import { readSchool } from '../../settings/settings.queries.ts';
import { inSlices } from '../../slices.ts';
import type { Caller } from '../caller.ts';
import { enrolledAtSchool, enrolledOnRoster } from '../roster/roster.queries.ts';
import { requireChangeable } from '../sessions/session-rules.ts';
import { memoryOf } from './session-memory.ts';

/** Templates of the model in use as one array, in the order of the rows, and who looks alike. */
export function galleryDataOf(
  db: Db,
  rows: readonly { studentId: string; vector: Float32Array }[],
): GalleryData {
  const { id: modelId, dimension } = DESCRIPTOR_MODEL;
  const vectors = new Float32Array(rows.length * dimension);
  for (const [row, { vector }] of rows.entries()) vectors.set(vector, row * dimension);
  const studentIds = rows.map(({ studentId }) => studentId);
  const present = new Set(studentIds);
  const lookAlikes = lookAlikePairs(db, modelId).filter((pair) =>
    pair.every((studentId) => present.has(studentId)),
  );
  return { modelId, dimension, studentIds, vectors, lookAlikes };
}

function comparedStudents(db: Db, sessionId: string): string[] {
  const { id } = DESCRIPTOR_MODEL;
  return readSchool(db).compareWith === 'school'
    ? enrolledAtSchool(db, id)
    : enrolledOnRoster(db, sessionId, id);
}

/** Read and arranged in slices between other work: a whole school's faces take a second. */
async function arrange(db: Db, sessionId: string): Promise<Gallery> {
  const pace = inSlices();
  const { id: modelId, dimension } = DESCRIPTOR_MODEL;
  const faces = await facesOf(db, comparedStudents(db, sessionId), pace);
  const students = [...faces.keys()];
  const firstRow = new Uint32Array(students.length + 1);
  for (const [place, face] of [...faces.values()].entries()) {
    firstRow[place + 1] = (firstRow[place] as number) + face.length / dimension;
  }
  const vectors = new Float32Array((firstRow.at(-1) ?? 0) * dimension);
  for (const [place, face] of [...faces.values()].entries()) {
    vectors.set(face, (firstRow[place] as number) * dimension);
    await pace();
  }
  const lookAlikes = lookAlikesIn(students, lookAlikePairs(db, modelId));
  return { modelId, dimension, students, firstRow, vectors, lookAlikes, index: null };
}

/**
 * The faces that a session compares with, read once and kept until they change or the session
 * ends. One face at a time is decided on here, which is quicker than building an index.
 */
export async function sessionGallery(db: Db, sessionId: string): Promise<Gallery> {
  const memory = memoryOf(db, sessionId);
  for (;;) {
    memory.gallery ??= arrange(db, sessionId);
    const arranged = memory.gallery;
    try {
      const gallery = await arranged;
      if (memory.gallery === arranged) return gallery;
    } catch (error) {
      if (memory.gallery === arranged) memory.gallery = null;
      throw error;
    }
  }
}

/** Students of one part: what it takes to write and to read them keeps nobody waiting. */
const PART = 50;

function partOf(gallery: Gallery, from: string | undefined): GalleryPart {
  const { modelId, dimension, students, firstRow, vectors } = gallery;
  const begin = from === undefined ? 0 : students.findIndex((studentId) => studentId >= from);
  const start = begin < 0 ? students.length : begin;
  const end = Math.min(start + PART, students.length);
  const places = Array.from({ length: end - start }, (_, index) => start + index);
  const row = (place: number) => firstRow[place] as number;
  return {
    modelId,
    dimension,
    studentIds: places.flatMap((place) =>
      new Array<string>(row(place + 1) - row(place)).fill(students[place] as string),
    ),
    vectors: vectors.subarray(row(start) * dimension, row(end) * dimension),
    lookAlikes: places.flatMap((place) => pairsFrom(gallery, place)),
    next: students[end] ?? null,
  };
}

/** The pairs of this student with those further on: of each pair, one part tells. */
function pairsFrom({ students, lookAlikes }: Gallery, place: number): [string, string][] {
  const studentId = students[place] as string;
  return (lookAlikes.get(studentId) ?? [])
    .filter((other) => other > place)
    .map((other) => [studentId, students[other] as string]);
}

/**
 * The faces of an open session for the worker to match against. Templates leave the main process
 * here and for an admin's self-test, and nowhere else.
 * @throws DomainError NOT_FOUND once the session has ended, NOT_OWN_REGISTER or CORRECTION_OVER
 */
export async function readGallery(
  caller: Caller,
  { sessionId, from }: { sessionId: string; from?: string | undefined },
): Promise<GalleryPart> {
  const { db } = caller;
  const session = requireChangeable(db, caller, sessionId);
  if (session.endedAt !== null) throw new DomainError('NOT_FOUND', { what: 'openSession' });
  return partOf(await sessionGallery(db, sessionId), from);
}
