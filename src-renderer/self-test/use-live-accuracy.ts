import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/app/query-client.ts';
import type { FaceView } from '#vision/protocol.ts';
import { type LiveRecord, recordOf, type Truth } from './live-accuracy.ts';
import { nearestFace } from './nearest-face.ts';
import { type SessionMode, useWatching, type Watching } from './use-watching.ts';

/** Who it is, without asking for life: that has a test of its own. */
const MODE: SessionMode = { kind: 'session', policy: 'off' };

export interface LiveAccuracy extends Watching {
  faces: readonly FaceView[];
  error: Error | null;
  reload: () => void;
  truth: Truth | null;
  setTruth: (truth: Truth) => void;
  /** Whether there is an answer to record, and somebody to record it of. */
  ready: boolean;
  record: () => void;
  undo: () => void;
  records: readonly LiveRecord[];
}

/** Recognises whoever stands in front of the camera among a class, and notes right and wrong. */
export function useLiveAccuracy(classId: string): LiveAccuracy {
  // Templates are let go with the screen that needs them.
  const gallery = useQuery(
    api.selfTest.gallery.queryOptions({ input: { classId }, gcTime: 0, staleTime: Infinity }),
  );
  const [faces, setFaces] = useState<readonly FaceView[]>([]);
  const [truth, setTruth] = useState<Truth | null>(null);
  const [records, setRecords] = useState<readonly LiveRecord[]>([]);
  const data = gallery.data ?? null;
  const watching = useWatching(data ? MODE : null, data, (report) => setFaces(report.faces));
  const noted = truth && recordOf(truth, nearestFace(faces));
  return {
    ...watching,
    faces,
    error: gallery.error,
    reload: () => void gallery.refetch(),
    truth,
    setTruth,
    ready: noted !== null,
    record: () => {
      if (noted) setRecords([...records, { ...noted, id: crypto.randomUUID() }]);
    },
    undo: () => setRecords(records.slice(0, -1)),
    records,
  };
}
