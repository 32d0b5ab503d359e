import type { TemplateInfo } from '#shared/contract/enrolment.contract.ts';
import type { FaceProposal, Session } from '#shared/contract/register.contract.ts';
import { ageingOf, mayRefresh } from '#shared/enrolment/template-ageing.ts';
import { DESCRIPTOR_MODEL } from '#shared/recognition/descriptor-model.ts';
import { recordActivity } from '../activity/activity.service.ts';
import { type Db, inTransaction } from '../db/database.ts';
import { newId } from '../db/new-id.ts';
import { readSchool } from '../settings/settings.queries.ts';
import { findConsentInForce } from './consents.queries.ts';
import { compareWithOthers, isUpToDate } from './duplicate-face.service.ts';
import type { Enroller } from './enroller.ts';
import { forgetFace } from './known-faces.ts';
import { insertLookAlikes } from './look-alikes.queries.ts';
import { deleteTemplate, faceScores, hasLookAlike, setRenewal } from './template-ageing.queries.ts';
import { insertTemplate, listTemplates } from './templates.queries.ts';

const modelId = DESCRIPTOR_MODEL.id;

/** Oldest first. */
function templatesInUse(db: Db, studentId: string): TemplateInfo[] {
  return listTemplates(db, studentId).filter((template) => template.modelId === modelId);
}

/**
 * Looks at what a student's marks by face have scored since the enrolment and notes whether the
 * face is to be enrolled again; call it in the transaction of a mark.
 */
export function noteAgeing(tx: Db, studentId: string, now: number): void {
  const [oldest] = templatesInUse(tx, studentId);
  if (!oldest) return;
  const reason = ageingOf(faceScores(tx, studentId, oldest.createdAt), DESCRIPTOR_MODEL);
  setRenewal(tx, studentId, reason && { reason, noticedAt: now });
}

/** A student who was marked by a face just now, and how well it fitted. */
interface MarkedFace {
  studentId: string;
  score: number;
}

/** The template whose place a view may take now, if any may. */
function replaceable(
  db: Db,
  { livenessPolicy }: Pick<Session, 'livenessPolicy'>,
  { studentId, score }: MarkedFace,
  now: number,
): TemplateInfo | null {
  const own = templatesInUse(db, studentId);
  const [oldest, newest] = [own[0], own.at(-1)];
  if (!oldest || !newest) return null;
  const facts = {
    allowed: readSchool(db).templateRefresh && findConsentInForce(db, studentId) !== null,
    policy: livenessPolicy,
    score,
    hasLookAlike: hasLookAlike(db, studentId),
    changedAt: newest.createdAt,
    now,
  };
  return mayRefresh(facts, DESCRIPTOR_MODEL) ? oldest : null;
}

/**
 * Puts the view that a student was just marked by in the place of the oldest template, where the
 * school allows it and the rules agree. Never where that would make a look-alike of somebody, nor
 * where somebody's faces changed while that was looked at.
 * Registers that are open go on with the faces they have.
 */
export async function refreshTemplate(
  { db, account, platform }: Enroller,
  session: Pick<Session, 'id' | 'livenessPolicy'>,
  proposal: FaceProposal,
  face: MarkedFace,
): Promise<void> {
  const { studentId } = face;
  if (!replaceable(db, session, face, platform.now())) return;
  const { probe: vector, quality, capturedAt } = proposal;
  const resemblance = await compareWithOthers(db, studentId, [vector]);
  if (resemblance.lookAlikes.length > 0 || !isUpToDate(db, resemblance)) return;
  inTransaction(db, (tx) => {
    const now = platform.now();
    const oldest = replaceable(tx, session, face, now);
    if (!oldest) return;
    deleteTemplate(tx, oldest.id);
    const view = { pose: 'front', source: 'camera', vector, quality, capturedAt } as const;
    const createdBy = account.id;
    insertTemplate(tx, { ...view, id: newId(), studentId, modelId, createdAt: now, createdBy });
    insertLookAlikes(tx, { studentId, modelId, foundAt: now }, []);
    recordActivity(tx, {
      at: now,
      kind: 'templateRefreshed',
      actorId: account.id,
      sessionId: session.id,
      studentId,
      detail: { score: Math.round(face.score * 1000) / 1000 },
    });
  });
  forgetFace(db, studentId);
}
