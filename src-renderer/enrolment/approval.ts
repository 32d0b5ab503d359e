import type { NewTemplate, Pose } from '#shared/contract/enrolment.contract.ts';
import { type EnrolmentProblem, enrolmentProblem } from '#shared/enrolment/enrolment-rules.ts';
import type { CapturedView } from '#vision/protocol.ts';
import type { CapturePlan } from './capture-plan.ts';
import { oddViews } from './odd-views.ts';
import { facesOf, type Photo } from './photo.ts';
import { templatesOfPhotos, templatesOfViews } from './templates.ts';

/** One picture to be approved. */
export interface ApprovalItem {
  key: string;
  pose: Pose;
  /** Null for a pose that was skipped. */
  picture: ImageBitmap | null;
  quality: number;
  /** It does not look like the others. */
  odd: boolean;
  from: { kind: 'slot'; slotId: number } | { kind: 'photo'; photoId: string; fileName: string };
}

/** All that is to be approved together. */
export interface Approval {
  items: readonly ApprovalItem[];
  templates: NewTemplate[];
  problem: EnrolmentProblem | null;
}

/** What the camera took, by the plan's order, with what was skipped. */
export function approvalOfViews(
  plan: CapturePlan,
  views: ReadonlyMap<number, CapturedView>,
): Approval {
  const taken = plan.flatMap((slot) => views.get(slot.id) ?? []);
  const odd = oddViews(taken.map((view) => view.vector));
  const items = plan.map((slot): ApprovalItem => {
    const view = views.get(slot.id) ?? null;
    return {
      key: `slot-${slot.id}`,
      pose: slot.pose,
      picture: view?.picture ?? null,
      quality: view?.quality ?? 0,
      odd: view !== null && odd.has(taken.indexOf(view)),
      from: { kind: 'slot', slotId: slot.id },
    };
  });
  const templates = templatesOfViews(taken);
  return { items, templates, problem: enrolmentProblem(templates) };
}

/** The photos that show one usable face. */
export function approvalOfPhotos(photos: readonly Photo[]): Approval {
  const faces = facesOf(photos);
  const odd = oddViews(faces.map((photo) => photo.verdict.vector));
  const items = faces.map(
    ({ id, fileName, verdict }, index): ApprovalItem => ({
      key: `photo-${id}`,
      pose: verdict.pose,
      picture: verdict.picture,
      quality: verdict.quality,
      odd: odd.has(index),
      from: { kind: 'photo', photoId: id, fileName },
    }),
  );
  const templates = templatesOfPhotos(photos);
  return { items, templates, problem: enrolmentProblem(templates) };
}
