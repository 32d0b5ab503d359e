import type { Pose } from '#shared/contract/enrolment.contract.ts';
import { ENROLMENT_RULES } from '#shared/enrolment/enrolment-rules.ts';

/** One view to be taken in a guided capture. */
export interface Slot {
  id: number;
  pose: Pose;
  state: 'waiting' | 'taken' | 'skipped';
}

export type CapturePlan = readonly Slot[];

/** The second front view comes last, so that the two are of different moments. */
const ORDER: readonly Pose[] = ['front', 'left', 'right', 'up', 'smile', 'front'];

export function freshPlan(): CapturePlan {
  return ORDER.map((pose, id) => ({ id, pose, state: 'waiting' }));
}

/** The view asked for now; null when none is left. */
export function currentSlot(plan: CapturePlan): Slot | null {
  return plan.find((slot) => slot.state === 'waiting') ?? null;
}

/** Without a front view nobody is recognised; all other poses make it better. */
export function mayBeSkipped(slot: Slot): boolean {
  return slot.pose !== 'front';
}

function withState(plan: CapturePlan, id: number, state: Slot['state']): CapturePlan {
  return plan.map((slot) => (slot.id === id ? { ...slot, state } : slot));
}

export function takeSlot(plan: CapturePlan, id: number): CapturePlan {
  return withState(plan, id, 'taken');
}

/**
 * Passes over a pose that does not come. Where too few views would be left, front views of
 * further moments take its place.
 */
export function skipSlot(plan: CapturePlan, id: number): CapturePlan {
  const skipped = withState(plan, id, 'skipped');
  const left = skipped.filter((slot) => slot.state !== 'skipped').length;
  const missing = Math.max(0, ENROLMENT_RULES.minCameraMoments - left);
  const extra = Array.from(
    { length: missing },
    (_, index): Slot => ({
      id: plan.length + index,
      pose: 'front',
      state: 'waiting',
    }),
  );
  return [...skipped, ...extra];
}

/** How many front views are still to come only because other poses were skipped. */
export function extraFrontViews(plan: CapturePlan): number {
  const added = plan.slice(ORDER.length);
  return added.filter((slot) => slot.state === 'waiting').length;
}

/** Asks for a view once more: one that was taken badly, or one that was skipped. */
export function askAgain(plan: CapturePlan, id: number): CapturePlan {
  return withState(plan, id, 'waiting');
}

/** Two views of one pose in a row would be one moment, so that the second waits. */
export function needsPause(previous: Pose | null, next: Pose): boolean {
  return previous === next;
}
