import type { CameraState } from '#renderer/camera/camera-store.ts';
import type { VisionState } from '#renderer/camera/vision-store.ts';
import type { SessionDetail } from '#shared/contract/register.contract.ts';

/**
 * Whether nobody can be marked by face, so that everyone is marked by hand: there is no camera, the
 * recognition engine has failed, or no face of the class is enrolled.
 */
export function isByHand(
  { roster }: Pick<SessionDetail, 'roster'>,
  camera: Pick<CameraState, 'kind'>,
  vision: Pick<VisionState, 'kind'>,
): boolean {
  const blind = camera.kind === 'trouble' || vision.kind === 'failed';
  return blind || roster.every((entry) => !entry.matchable);
}
