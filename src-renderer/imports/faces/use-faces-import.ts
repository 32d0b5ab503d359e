import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { api, queryClient } from '#renderer/app/query-client.ts';
import { rollcall } from '#renderer/app/rollcall-client.ts';
import { noteError } from '#renderer/app/standing.ts';
import { useVision } from '#renderer/camera/use-vision.ts';
import type { VisionClient } from '#vision/vision-client.ts';
import { enrolFolder, type FolderResult } from './enrol-folder.ts';
import { type FaceFolder, faceFolders, skipReason } from './face-folders.ts';

/** Where the import of faces stands. */
export type FacesState =
  | { kind: 'choose' }
  | { kind: 'ready' }
  | { kind: 'working'; done: number; total: number }
  | { kind: 'done'; cancelled: boolean }
  | { kind: 'failed'; error: unknown };

/** What was said of each folder, by its name. */
export type FolderResults = ReadonlyMap<string, FolderResult>;

/** Folders one after another; `onResult` is told of each. Returns whether it was cancelled. */
async function enrolAll(
  client: VisionClient,
  folders: readonly FaceFolder[],
  signal: AbortSignal,
  onResult: (folder: FaceFolder, result: FolderResult) => void,
): Promise<boolean> {
  try {
    for (const folder of folders) onResult(folder, await enrolFolder(client, folder, signal));
    return false;
  } catch (error) {
    if (signal.aborted) return true;
    throw error;
  }
}

/** Runs the enrolment of folders, one at a time; leaving the screen stops it. */
function useEnrolFolders() {
  const [state, setState] = useState<FacesState>({ kind: 'choose' });
  const [results, setResults] = useState<FolderResults>(new Map());
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  async function run(client: VisionClient, todo: readonly FaceFolder[], all: number) {
    const control = new AbortController();
    running.current = control;
    const total = todo.length;
    const found = new Map<string, FolderResult>();
    setState({ kind: 'working', done: 0, total });
    try {
      const cancelled = await enrolAll(client, todo, control.signal, ({ name }, result) => {
        found.set(name, result);
        setResults(new Map(found));
        setState({ kind: 'working', done: found.size, total });
      });
      const enrolled = [...found.values()].filter(({ kind }) => kind === 'enrolled').length;
      await rollcall.imports.noteFaces({ enrolled, notEnrolled: all - enrolled });
      setState({ kind: 'done', cancelled });
    } catch (error) {
      noteError(error);
      setState({ kind: 'failed', error });
    }
    await queryClient.invalidateQueries();
  }

  const reset = (next: 'choose' | 'ready') => {
    setResults(new Map());
    setState({ kind: next });
  };
  return { state, results, run, reset, cancel: () => running.current?.abort() };
}

/** An import of faces from a folder of folders, from the choice to the report. */
export function useFacesImport() {
  const vision = useVision();
  const students = useQuery(api.people.students.list.queryOptions({ input: {} }));
  const [replace, setReplace] = useState(false);
  const [folders, setFolders] = useState<readonly FaceFolder[]>([]);
  const { state, results, run, reset, cancel } = useEnrolFolders();
  const todo = folders.filter((folder) => skipReason(folder, replace) === null);
  const client = vision.kind === 'ready' ? vision.client : null;
  return {
    vision,
    state,
    folders,
    results,
    replace,
    todo,
    setReplace,
    cancel,
    /** Null until the students are known. */
    pick: students.data
      ? (files: readonly { path: string; file: File }[]) => {
          setFolders(faceFolders(files, students.data));
          reset('ready');
        }
      : null,
    /** Null until the recognition is ready. */
    start: client && (() => void run(client, todo, folders.length)),
    restart: () => reset('choose'),
  };
}
