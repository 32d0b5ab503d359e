import { create } from 'zustand';
import { assertNever } from '#shared/assert-never.ts';
import type { Activity } from '#shared/contract/activity.contract.ts';
import type {
  LiveUpdate,
  ProposalVerdict,
  RosterEntry,
  SessionDetail,
} from '#shared/contract/register.contract.ts';
import type { CameraTrouble } from '#shared/recognition/camera-trouble.ts';
import type { FaceView } from '#vision/protocol.ts';
import type { Answer } from './camera/caption.ts';
import { addDoubt, type Doubt, doubtsOfFeed } from './camera/doubts.ts';
import { mergeFeed } from './camera/feed.ts';
import type { Presence } from './list/roster.ts';
import type { UndoStep } from './list/undo-steps.ts';
import type { NotSaved } from './not-saved.ts';

interface LiveState {
  session: SessionDetail | null;
  /** Why the session cannot be shown; null while it can. */
  failure: unknown;
  /** False while updates from the main process do not arrive. */
  following: boolean;
  /** Grows whenever the faces to compare with have changed. */
  galleryVersion: number;
  feed: readonly Activity[];
  doubts: readonly Doubt[];
  faces: readonly FaceView[];
  /** The latest answers, by track. */
  answers: ReadonlyMap<number, Answer>;
  /** What is wrong with the picture, by the worker. */
  trouble: CameraTrouble | null;
  notSaved: NotSaved | null;
  /** The student marked last by face, for the tick. */
  justMarked: RosterEntry | null;
  /** The row that a face marked last, for who listens to the screen. */
  announced: RosterEntry | null;
  /** What can be taken back, the last thing done at the end. */
  undoSteps: readonly UndoStep[];
  /** The student whose row has the keyboard. */
  selectedId: string | null;
  search: string;
  shown: Presence | 'all';
}

const empty: LiveState = {
  session: null,
  failure: null,
  following: false,
  galleryVersion: 0,
  feed: [],
  doubts: [],
  faces: [],
  answers: new Map(),
  trouble: null,
  notSaved: null,
  justMarked: null,
  announced: null,
  undoSteps: [],
  selectedId: null,
  search: '',
  shown: 'all',
};

/** What the live session's screen shows. Marks in it are those that the main process has on disk. */
export const useLiveStore = create<LiveState>(() => empty);

const set = useLiveStore.setState;

/** Forgets the session, when its screen opens and when it closes. */
export function clearLive(): void {
  set(empty, true);
}

/**
 * Takes over the whole session as the main process has it now. When it was known before, updates
 * were missed meanwhile, and the gallery may have been one of them.
 */
export function loadLive(session: SessionDetail, feed: readonly Activity[]): void {
  set((state) => ({
    session,
    galleryVersion: state.galleryVersion + (state.session === null ? 0 : 1),
    feed: mergeFeed(state.feed, feed),
    doubts: doubtsOfFeed(feed).reduce(addDoubt, state.doubts),
    failure: null,
    following: true,
  }));
}

/**
 * Takes over one row, a new one of a guest who turned out to be a student too. True when it
 * carries a mark that was not known before.
 */
export function applyEntry(entry: RosterEntry): boolean {
  const { session } = useLiveStore.getState();
  const known = session?.roster.find((row) => row.studentId === entry.studentId);
  if (!session) return false;
  const roster = known
    ? session.roster.map((row) => (row === known ? entry : row))
    : [...session.roster, entry];
  set({ session: { ...session, roster } });
  return entry.mark !== null && entry.mark.eventId !== known?.mark?.eventId;
}

function applyByFace(entry: RosterEntry): boolean {
  const isNew = applyEntry(entry) && entry.mark?.method === 'face';
  if (isNew) set({ justMarked: entry, announced: entry });
  return isNew;
}

/** Takes over what was committed in the session. True when it is a new mark by face. */
export function applyUpdate(update: LiveUpdate): boolean {
  switch (update.kind) {
    case 'entry':
      return applyByFace(update.entry);
    case 'activity':
      set((state) => ({ feed: mergeFeed(state.feed, [update.activity]) }));
      return false;
    case 'gallery':
      set(({ galleryVersion }) => ({ galleryVersion: galleryVersion + 1 }));
      return false;
    case 'ended':
      set(({ session }) => ({ session: session && { ...session, endedAt: update.endedAt } }));
      return false;
    default:
      return assertNever(update);
  }
}

/** Takes over the answer to a proposal. True when it is a new mark. */
export function applyVerdict(verdict: ProposalVerdict): boolean {
  if (verdict.kind === 'marked') return applyByFace(verdict.entry);
  if (verdict.kind === 'seenThoughAway') applyEntry(verdict.entry);
  if (verdict.kind === 'unsure') {
    set((state) => ({ doubts: addDoubt(state.doubts, verdict.candidates) }));
  }
  return false;
}

/** Takes over the faces in view; answers about faces that have gone are forgotten. */
export function setFaces(faces: readonly FaceView[]): void {
  set(({ answers }) => {
    const inView = new Set(faces.map((face) => face.trackId));
    const gone = [...answers.keys()].some((trackId) => !inView.has(trackId));
    return gone
      ? { faces, answers: new Map([...answers].filter(([trackId]) => inView.has(trackId))) }
      : { faces };
  });
}

export function setAnswer(trackId: number, answer: Answer): void {
  set(({ answers }) => ({ answers: new Map(answers).set(trackId, answer) }));
}

/** The face is being asked about. Whoever was named already as somebody of another class stays named. */
export function setPending(trackId: number): void {
  if (typeof useLiveStore.getState().answers.get(trackId) !== 'object') {
    setAnswer(trackId, 'pending');
  }
}
