import type { Pose } from '#shared/contract/enrolment.contract.ts';
import { cutOut, fractionBox } from '../enrolment/enrolment.ts';
import { type Detection, detectFaces, overlap } from '../faces/detect.ts';
import { type FaceMesh, fitMeshes, windowOfDetection, windowOfMesh } from '../faces/mesh.ts';
import { assessQuality, type FaceQuality } from '../faces/quality.ts';
import { boxOf } from '../faces/track.ts';
import type { SeveralFaces, StillResult } from '../protocol.ts';
import { type Describer, describeFace } from '../recognition/describe.ts';
import { type Picture, Pyramid } from './picture.ts';
import { PictureCanvas } from './source.ts';

/** Still pictures are drawn no longer than this. */
const MAX_SIDE = 1600;
const MIN_CONFIDENCE = 0.6;
/** Other faces this much smaller than the largest are background. */
const BACKGROUND_SHARE = 0.6;
const LIMITS = { interOcular: 16, sharpness: 0.03, brightness: 30 } as const;

const canvas = new PictureCanvas();

/** Finds and describes the one face of a picture, or says why it cannot. */
export async function describeStill(
  describer: Describer,
  picture: ImageBitmap,
  severalFaces: SeveralFaces,
): Promise<StillResult> {
  const pyramid = new Pyramid(canvas.draw(picture, picture.width, picture.height, MAX_SIDE));
  const meshes = await findMeshes(describer, pyramid);
  const [mesh, second] = meshes.toSorted(
    (a, b) => prominence(b, pyramid.base) - prominence(a, pyramid.base),
  );
  if (!mesh) return { kind: 'refused', why: 'noFace' };
  if (severalFaces === 'refuse' && second && sideOf(second) > BACKGROUND_SHARE * sideOf(mesh)) {
    return { kind: 'refused', why: 'severalFaces' };
  }
  const quality = assessQuality(pyramid, mesh.points, mesh.window);
  const why = refusal(quality);
  if (why) return { kind: 'refused', why };
  const box = boxOf(mesh.points);
  return {
    kind: 'face',
    vector: await describeFace(describer, pyramid, mesh.points, 'both'),
    quality: quality.score,
    pose: poseOf(quality),
    box: fractionBox(box, pyramid.base),
    picture: await cutOut(pyramid.base, box),
  };
}

/** Meshes of all faces, largest first, each fitted twice: the second time in its own window. */
async function findMeshes({ networks }: Describer, pyramid: Pyramid): Promise<FaceMesh[]> {
  const detections: Detection[] = await detectFaces(networks, pyramid);
  const rough = await fitMeshes(networks, pyramid, detections.map(windowOfDetection));
  const faces = rough.filter((mesh) => mesh.confidence >= MIN_CONFIDENCE);
  const fine = await fitMeshes(
    networks,
    pyramid,
    faces.map((mesh) => windowOfMesh(mesh.points)),
  );
  const kept: FaceMesh[] = [];
  for (const mesh of fine.toSorted((a, b) => sideOf(b) - sideOf(a))) {
    const box = boxOf(mesh.points);
    if (mesh.confidence < MIN_CONFIDENCE) continue;
    if (kept.every((other) => overlap(boxOf(other.points), box) < 0.3)) kept.push(mesh);
  }
  return kept;
}

/** Large faces near the middle are what a picture is of. */
function prominence(mesh: FaceMesh, { width, height }: Picture): number {
  const box = boxOf(mesh.points);
  const off = Math.hypot(
    (box.x + box.width / 2) / width - 0.5,
    (box.y + box.height / 2) / height - 0.5,
  );
  return box.width * (1 - off);
}

function sideOf(mesh: FaceMesh): number {
  return boxOf(mesh.points).width;
}

function refusal(quality: FaceQuality): 'tooSmall' | 'tooDark' | 'tooBlurred' | null {
  if (quality.interOcular < LIMITS.interOcular) return 'tooSmall';
  if (quality.brightness < LIMITS.brightness) return 'tooDark';
  if (quality.sharpness < LIMITS.sharpness) return 'tooBlurred';
  return null;
}

function poseOf({ pose }: FaceQuality): Pose {
  if (pose.yaw > 15) return 'left';
  if (pose.yaw < -15) return 'right';
  return pose.pitch > 15 ? 'up' : 'front';
}
