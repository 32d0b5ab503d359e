import { create } from 'zustand';
import type { Pose } from '#shared/contract/enrolment.contract.ts';
import type { CapturedView, CaptureReport } from '#vision/protocol.ts';
import {
  askAgain,
  type CapturePlan,
  currentSlot,
  freshPlan,
  skipSlot,
  takeSlot,
} from './capture-plan.ts';
import type { Photo } from './photo.ts';

/** Where an enrolment stands. Consent comes before it, and is asked of the main process. */
export type EnrolStep = 'source' | 'camera' | 'files' | 'approval' | 'saved';

interface CaptureState {
  step: EnrolStep;
  /** Which way the views came, for the way back from the approval. */
  source: 'camera' | 'file';
  plan: CapturePlan;
  /** By slot. The pictures live here and nowhere else. */
  views: ReadonlyMap<number, CapturedView>;
  photos: readonly Photo[];
  report: CaptureReport | null;
  /** The pose taken last, while its tick is shown and to tell two moments apart. */
  lastTaken: Pose | null;
}

function empty(): CaptureState {
  return {
    step: 'source',
    source: 'camera',
    plan: freshPlan(),
    views: new Map(),
    photos: [],
    report: null,
    lastTaken: null,
  };
}

/** The enrolment under way: one at a time. */
export const useCaptureStore = create<CaptureState>(empty);

const { setState: set, getState: get } = useCaptureStore;

function closePhoto(photo: Photo): void {
  if (photo.verdict.kind === 'face') photo.verdict.picture.close();
}

/** Forgets everything; no picture outlives this. */
export function clearCapture(): void {
  const { views, photos } = get();
  for (const view of views.values()) view.picture.close();
  for (const photo of photos) closePhoto(photo);
  set(empty(), true);
}

function proceed(plan: CapturePlan): Pick<CaptureState, 'plan' | 'step'> {
  return { plan, step: currentSlot(plan) ? 'camera' : 'approval' };
}

export function beginCamera(): void {
  set({ ...proceed(get().plan), source: 'camera' });
}

export function beginFiles(): void {
  set({ step: 'files', source: 'file' });
}

export function goTo(step: EnrolStep): void {
  set({ step });
}

/** Takes a view for the slot asked for now. False where it is not the pose asked for. */
export function acceptView(view: CapturedView): boolean {
  const { plan, views } = get();
  const slot = currentSlot(plan);
  if (slot?.pose !== view.pose) return false;
  views.get(slot.id)?.picture.close();
  set({
    ...proceed(takeSlot(plan, slot.id)),
    views: new Map(views).set(slot.id, view),
    lastTaken: view.pose,
    report: null,
  });
  return true;
}

/** Passes over the pose asked for now. */
export function skipCurrent(): void {
  const { plan } = get();
  const slot = currentSlot(plan);
  if (slot) set({ ...proceed(skipSlot(plan, slot.id)), report: null, lastTaken: null });
}

/** Asks for one view again; the one there was is let go. */
export function retake(slotId: number): void {
  const { plan, views } = get();
  views.get(slotId)?.picture.close();
  const left = new Map(views);
  left.delete(slotId);
  set({ ...proceed(askAgain(plan, slotId)), views: left, lastTaken: null });
}

export function addPhotos(added: readonly Photo[]): void {
  set(({ photos }) => ({ photos: [...photos, ...added] }));
}

/** Writes the verdict on a photo; its picture is let go where the photo was taken away meanwhile. */
export function judgePhoto(id: string, verdict: Photo['verdict']): void {
  const { photos } = get();
  if (!photos.some((photo) => photo.id === id)) {
    if (verdict.kind === 'face') verdict.picture.close();
    return;
  }
  set({ photos: photos.map((photo) => (photo.id === id ? { ...photo, verdict } : photo)) });
}

export function removePhoto(id: string): void {
  const { photos } = get();
  const photo = photos.find((other) => other.id === id);
  if (photo) closePhoto(photo);
  set({ photos: photos.filter((other) => other.id !== id) });
}
