import type { TemplateInfo } from '#shared/contract/enrolment.contract.ts';
import type { FaceProposal, Session } from '#shared/contract/register.contract.ts';
import { ageingOf, mayRefresh } from '#shared/enrolment/template-ageing.ts';
import { DESCRIPTOR_MODEL } from '#shared/recognition/descriptor-model.ts';
import { recordActivity } from '../activity/activity.service.ts';
import { type Db, inTransaction } from '../db/database.ts';
import { newId } from '../db/new-id.ts';
import { readSchool } from '../settings/settings.queries.ts';
import { findConsentInForce } from './consents.queries.ts';
import { compareWithOthers } from './duplicate-face.service.ts';
import type { Enroller } from './enroller.ts';
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

function isDue(
  tx: Db,
  { livenessPolicy }: Pick<Session, 'livenessPolicy'>,
  { studentId, score }: MarkedFace,
  { changedAt, now }: { changedAt: number; now: number },
): boolean {
  const facts = {
    allowed: readSchool(tx).templateRefresh && findConsentInForce(tx, studentId) !== null,
    policy: livenessPolicy,
    score,
    hasLookAlike: hasLookAlike(tx, studentId),
    changedAt,
    now,
  };
  return mayRefresh(facts, DESCRIPTOR_MODEL);
}

/**
 * Puts the view that a student was just marked by in the place of the oldest template, where the
 * school allows it and the rules agree. Never where that would make a look-alike of somebody.
 * Registers that are open go on with the faces they have.
 */
export function refreshTemplate(
  { db, account, platform }: Enroller,
  session: Pick<Session, 'id' | 'livenessPolicy'>,
  proposal: FaceProposal,
  face: MarkedFace,
): void {
  inTransaction(db, (tx) => {
    const { studentId } = face;
    const own = templatesInUse(tx, studentId);
    const [oldest, newest] = [own[0], own.at(-1)];
    const now = platform.now();
    if (!oldest || !newest) return;
    if (!isDue(tx, session, face, { changedAt: newest.createdAt, now })) return;
    const { probe: vector, quality, capturedAt } = proposal;
    if (compareWithOthers(tx, studentId, [vector]).lookAlikes.length > 0) return;
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
}
