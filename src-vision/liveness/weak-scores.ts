import { type FaceWindow, windowToPicture } from '../faces/mesh.ts';
import type { Networks } from '../networks.ts';
import type { Pyramid } from '../picture/picture.ts';
import { UNIT_RANGE, warp } from '../picture/warp.ts';

/** Human's `antispoof` and `liveness` networks on one face, 0 to 1 each. Weak evidence. */
export async function weakScores(
  networks: Networks,
  pyramid: Pyramid,
  window: FaceWindow,
): Promise<{ real: number; live: number }> {
  const [real] = await look(networks, pyramid, window, 'antispoof', 128);
  const [live] = await look(networks, pyramid, window, 'liveness', 32);
  return { real: real?.[0] ?? 0, live: live?.[0] ?? 0 };
}

function look(
  networks: Networks,
  pyramid: Pyramid,
  window: FaceWindow,
  name: 'antispoof' | 'liveness',
  size: number,
): Promise<Float32Array[]> {
  const values = warp(pyramid, windowToPicture(window, size), size, size, UNIT_RANGE);
  return networks.run(name, { values, count: 1, height: size, width: size });
}
