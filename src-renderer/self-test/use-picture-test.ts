import { useEffect, useRef, useState } from 'react';
import { rollcall } from '#renderer/app/rollcall-client.ts';
import { noteError } from '#renderer/app/standing.ts';
import { buildGallery } from '#shared/recognition/gallery.ts';
import type { VisionClient } from '#vision/vision-client.ts';
import type { FolderPlan } from './picture-folder.ts';
import { type PictureTestResult, runPictureTest } from './run-picture-test.ts';

export type PictureTest =
  | { kind: 'ready' }
  | { kind: 'running'; done: number; total: number }
  | { kind: 'done'; result: PictureTestResult; at: number }
  | { kind: 'failed'; error: unknown };

/** The test of a folder's pictures against the faces of a class; leaving the screen stops it. */
export function usePictureTest() {
  const [test, setTest] = useState<PictureTest>({ kind: 'ready' });
  const running = useRef<AbortController | null>(null);
  const cancel = () => running.current?.abort();
  useEffect(() => () => running.current?.abort(), []);

  async function run(client: VisionClient, classId: string, { pictures }: FolderPlan<File>) {
    const control = new AbortController();
    running.current = control;
    const total = pictures.length;
    setTest({ kind: 'running', done: 0, total });
    try {
      const gallery = buildGallery(await rollcall.selfTest.gallery({ classId }));
      const result = await runPictureTest(client, gallery, pictures, {
        onProgress: (done) => setTest({ kind: 'running', done, total }),
        signal: control.signal,
      });
      setTest({ kind: 'done', result, at: Date.now() });
    } catch (error) {
      noteError(error);
      setTest({ kind: 'failed', error });
    }
  }
  return { test, run, cancel, clear: () => setTest({ kind: 'ready' }) };
}
