import { useEffect, useRef } from 'react';
import { errorCode } from '#renderer/app/error-code.ts';
import { noteError, useIsLocked } from '#renderer/app/standing.ts';
import { type CameraState, holdCamera, useCameraStore } from '#renderer/camera/camera-store.ts';
import { useVision } from '#renderer/camera/use-vision.ts';
import type { VisionState } from '#renderer/camera/vision-store.ts';
import type { Session } from '#shared/contract/register.contract.ts';
import type { CameraTrouble } from '#shared/recognition/camera-trouble.ts';
import type { VisionClient } from '#vision/vision-client.ts';
import { setFaces, useLiveStore } from '../live-store.ts';
import { observeTrouble } from './observe-trouble.ts';
import { readGallery } from './read-gallery.ts';
import { takeProposals } from './take-proposals.ts';

type OpenSession = Pick<Session, 'id' | 'livenessPolicy'>;

/** Looks for the faces of a session through the camera for as long as its screen is there. */
export function useRecognition(session: OpenSession): { camera: CameraState; vision: VisionState } {
  const camera = useCameraStore((state) => state.camera);
  const vision = useVision();
  const client = vision.kind === 'ready' ? vision.client : null;
  useSessionGallery(client, session.id);
  useSessionMode(client, session);
  useFrames(client, camera);
  useTroubleReport(session.id, camera);
  // Last, so that on leaving the worker is told before the camera goes off.
  useEffect(holdCamera, []);
  return { camera, vision };
}

/**
 * Gives the worker the faces to compare with, and gives them anew whenever they have changed. They
 * are not handed out while the window is locked: then they are fetched once it is unlocked.
 */
function useSessionGallery(client: VisionClient | null, sessionId: string): void {
  const version = useLiveStore((state) => state.galleryVersion);
  const locked = useIsLocked();
  const given = useRef<{ client: VisionClient; version: number } | null>(null);
  useEffect(() => {
    const known = given.current;
    if (!client || locked || (known?.client === client && known.version === version)) return;
    let wanted = true;
    const fetchGallery = async () => {
      const gallery = await readGallery(sessionId, () => wanted);
      if (!gallery) return;
      client.setGallery(gallery);
      given.current = { client, version };
      useLiveStore.setState(({ following }) => (following ? { failure: null } : {}));
    };
    fetchGallery().catch((failure: unknown) => {
      noteError(failure);
      // A lock that this window has yet to hear of; it fetches anew after it.
      if (wanted && errorCode(failure) !== 'LOCKED') useLiveStore.setState({ failure });
    });
    return () => {
      wanted = false;
    };
  }, [client, sessionId, version, locked]);
}

function useSessionMode(client: VisionClient | null, session: OpenSession): void {
  const { id, livenessPolicy } = session;
  useEffect(() => {
    if (!client) return;
    const stops = [
      takeProposals(client, id),
      client.on('frame', ({ report }) => setFaces(report.faces)),
      client.on('trouble', ({ trouble }) => useLiveStore.setState({ trouble })),
      client.on('troubleOver', () => useLiveStore.setState({ trouble: null })),
    ];
    client.setMode({ kind: 'session', policy: livenessPolicy });
    return () => {
      for (const stop of stops) stop();
      client.setMode({ kind: 'idle' });
      client.setGallery(null);
      useLiveStore.setState({ faces: [], trouble: null });
    };
  }, [client, id, livenessPolicy]);
}

function useFrames(client: VisionClient | null, camera: CameraState): void {
  const track = camera.kind === 'live' ? camera.track : null;
  useEffect(() => {
    if (!client || !track) return;
    client.attach(track);
    return () => {
      client.attach(null);
      setFaces([]);
    };
  }, [client, track]);
}

/**
 * Notes each change of trouble once: a camera that stopped after it was on (unplugged, or taken
 * by another program) by its owner, the rest by the worker.
 */
function useTroubleReport(sessionId: string, camera: CameraState): void {
  const ofPicture = useLiveStore((state) => state.trouble);
  const { kind } = camera;
  const wasLive = useRef(false);
  const reported = useRef<CameraTrouble | null>(null);
  useEffect(() => {
    if (kind === 'live') wasLive.current = true;
    // While it starts again it is as it was.
    if (kind === 'starting' || kind === 'off') return;
    const gone = kind === 'trouble' && wasLive.current;
    const trouble = gone ? 'unplugged' : ofPicture;
    if (trouble === reported.current) return;
    reported.current = trouble;
    void observeTrouble(sessionId, trouble);
  }, [sessionId, kind, ofPicture]);
}
