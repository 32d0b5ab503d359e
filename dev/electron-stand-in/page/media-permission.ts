import type { PermissionQuestion } from '../wire/messages.ts';

const MEDIA_TYPES: Record<string, 'video' | 'audio'> = { camera: 'video', microphone: 'audio' };

/**
 * Before the page's request for a camera or microphone reaches the browser, the app's permission
 * handlers are asked and the browser is told what they said; the browser then gives or denies.
 * A page that gets round this finds the browser denying.
 */
export function settleBeforeAsking(settle: (question: PermissionQuestion) => Promise<void>): void {
  const { mediaDevices, permissions } = navigator;
  if (mediaDevices === undefined) return;
  const getUserMedia = mediaDevices.getUserMedia.bind(mediaDevices);
  mediaDevices.getUserMedia = async (constraints = {}) => {
    const mediaTypes = (['video', 'audio'] as const).filter((type) => constraints[type]);
    if (mediaTypes.length > 0) await settle({ mediaTypes, checkOnly: false });
    return getUserMedia(constraints);
  };
  const enumerateDevices = mediaDevices.enumerateDevices.bind(mediaDevices);
  mediaDevices.enumerateDevices = async () => {
    await settle({ mediaTypes: ['video', 'audio'], checkOnly: true });
    return enumerateDevices();
  };
  const query = permissions.query.bind(permissions);
  permissions.query = async (descriptor) => {
    const type = MEDIA_TYPES[descriptor.name];
    if (type !== undefined) await settle({ mediaTypes: [type], checkOnly: true });
    return query(descriptor);
  };
}
