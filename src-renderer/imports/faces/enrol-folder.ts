import i18next from 'i18next';
import { errorCode } from '#renderer/app/error-code.ts';
import { errorText } from '#renderer/app/error-text.ts';
import { rollcall } from '#renderer/app/rollcall-client.ts';
import { describeFile } from '#renderer/camera/describe-file.ts';
import { oddViews } from '#renderer/enrolment/odd-views.ts';
import { facesOf, type Photo } from '#renderer/enrolment/photo.ts';
import { templatesOfPhotos } from '#renderer/enrolment/templates.ts';
import { type Pose, poseSchema } from '#shared/contract/enrolment.contract.ts';
import { DESCRIPTOR_MODEL } from '#shared/recognition/descriptor-model.ts';
import type { VisionClient } from '#vision/vision-client.ts';
import type { FaceFolder, SkipReason } from './face-folders.ts';

/** A picture that gave no face, and why. */
export interface RefusedPicture {
  fileName: string;
  why: Extract<Photo['verdict'], { kind: 'refused' }>['why'] | 'cancelled';
}

/** What became of a folder. */
export type FolderResult =
  | { kind: 'skipped'; why: SkipReason }
  | { kind: 'enrolled'; missing: Pose[]; refused: RefusedPicture[] }
  | { kind: 'failed'; why: 'noFace' | 'differ'; refused: RefusedPicture[] }
  /** The main process refused; `words` say why and what to do. */
  | { kind: 'refused'; words: string };

/** The most views that a student may have. */
const MOST_VIEWS = 40;

function refusedOf(photos: readonly Photo[]): RefusedPicture[] {
  return photos.flatMap(({ fileName, verdict }) => {
    if (verdict.kind === 'refused') return { fileName, why: verdict.why };
    return verdict.kind === 'cancelled' ? { fileName, why: 'cancelled' as const } : [];
  });
}

async function looked(
  client: VisionClient,
  pictures: readonly File[],
  signal: AbortSignal,
): Promise<Photo[]> {
  const photos: Photo[] = [];
  for (const file of pictures.slice(0, MOST_VIEWS)) {
    signal.throwIfAborted();
    const verdict = await describeFile(client, file).catch((): Photo['verdict'] => ({
      // The engine stopped midway; the report says that the picture was not looked at.
      kind: 'cancelled',
    }));
    if (verdict.kind === 'face') verdict.picture.close();
    photos.push({ id: file.name, fileName: file.name, pickedAt: Date.now(), verdict });
  }
  return photos;
}

async function saved(studentId: string, photos: readonly Photo[]): Promise<string | null> {
  try {
    const templates = templatesOfPhotos(photos);
    await rollcall.enrolment.save({ studentId, modelId: DESCRIPTOR_MODEL.id, templates });
    return null;
  } catch (error) {
    // Signed out or cut off is no matter of this student.
    if (errorCode(error) === null || errorCode(error) === 'UNAUTHENTICATED') throw error;
    const { title, advice } = errorText(error);
    return i18next.t('app:sentences', { one: title, other: advice });
  }
}

/**
 * Looks at a folder's pictures as the enrolment from files does, and stores what they show. All
 * must show one person, for nobody looks at them here one by one.
 * @throws the abort reason; what keeps anything from being saved at all
 */
export async function enrolFolder(
  client: VisionClient,
  { student, pictures }: FaceFolder,
  signal: AbortSignal,
): Promise<FolderResult> {
  if (!student) return { kind: 'skipped', why: 'noStudent' };
  const photos = await looked(client, pictures, signal);
  const refused = refusedOf(photos);
  const faces = facesOf(photos);
  if (faces.length === 0) return { kind: 'failed', why: 'noFace', refused };
  if (oddViews(faces.map(({ verdict }) => verdict.vector)).size > 0) {
    return { kind: 'failed', why: 'differ', refused };
  }
  signal.throwIfAborted();
  const words = await saved(student.id, photos);
  if (words !== null) return { kind: 'refused', words };
  const poses = new Set(faces.map(({ verdict }) => verdict.pose));
  return {
    kind: 'enrolled',
    missing: poseSchema.options.filter((pose) => !poses.has(pose)),
    refused,
  };
}
