import { useCallback, useEffect, useRef } from 'react';
import { describeFile } from '#renderer/camera/describe-file.ts';
import { useVision } from '#renderer/camera/use-vision.ts';
import type { VisionState } from '#renderer/camera/vision-store.ts';
import type { VisionClient } from '#vision/vision-client.ts';
import { addPhotos, judgePhoto, useCaptureStore } from './capture-store.ts';
import type { Photo } from './photo.ts';

interface PickedFile {
  id: string;
  file: File;
}

/**
 * Judges the files that are added, one after another in the order they came.
 */
export function usePhotos(): {
  vision: VisionState;
  add: (files: readonly File[]) => void;
  cancel: () => void;
} {
  const vision = useVision();
  const client = vision.kind === 'ready' ? vision.client : null;
  const waiting = useRef<PickedFile[]>([]);
  const working = useRef(false);
  const work = useCallback(async (engine: VisionClient) => {
    if (working.current) return;
    working.current = true;
    for (let next = waiting.current.shift(); next; next = waiting.current.shift()) {
      const { id, file } = next;
      const verdict = await describeFile(engine, file).catch((): Photo['verdict'] => ({
        // The engine stopped midway; the file can be picked again.
        kind: 'cancelled',
      }));
      judgePhoto(id, verdict);
    }
    working.current = false;
  }, []);
  useEffect(() => {
    if (client) void work(client);
  }, [client, work]);
  useEffect(
    () => () => {
      waiting.current = [];
    },
    [],
  );
  const add = (files: readonly File[]) => {
    const picked = files.map((file) => ({ id: crypto.randomUUID(), file }));
    waiting.current.push(...picked);
    addPhotos(
      picked.map(({ id, file }) => ({
        id,
        fileName: file.name,
        pickedAt: Date.now(),
        verdict: { kind: 'waiting' },
      })),
    );
    if (client) void work(client);
  };
  const cancel = () => {
    waiting.current = [];
    for (const photo of useCaptureStore.getState().photos) {
      if (photo.verdict.kind === 'waiting') judgePhoto(photo.id, { kind: 'cancelled' });
    }
  };
  return { vision, add, cancel };
}
