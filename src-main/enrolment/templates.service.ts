import type { NewTemplate, TemplateInfo } from '#shared/contract/enrolment.contract.ts';
import { enrolmentProblem } from '#shared/enrolment/enrolment-rules.ts';
import { DESCRIPTOR_MODEL } from '#shared/recognition/descriptor-model.ts';
import { vectorProblem } from '#shared/recognition/vector-problem.ts';
import { recordActivity } from '../activity/activity.service.ts';
import { registerFiles } from '../app/register-files.ts';
import { type Db, inTransaction } from '../db/database.ts';
import { newId } from '../db/new-id.ts';
import { keepTombstones } from '../privacy/tombstones.ts';
import { galleryChanged } from '../register/faces/gallery-change.service.ts';
import { DomainError } from '../rpc/domain-error.ts';
import { findConsentInForce } from './consents.queries.ts';
import {
  compareWithOthers,
  type DuplicateFace,
  isUpToDate,
  type Resemblance,
  withName,
} from './duplicate-face.service.ts';
import type { Enroller } from './enroller.ts';
import { forgetFace } from './known-faces.ts';
import { insertLookAlikes } from './look-alikes.queries.ts';
import { requireActiveStudent, requireStudent } from './student-rules.ts';
import {
  deleteTemplates,
  emptyWriteAheadLog,
  insertTemplate,
  listTemplates,
} from './templates.queries.ts';

export interface Enrolment {
  studentId: string;
  modelId: string;
  templates: readonly NewTemplate[];
  duplicateOverride?: { reason: string } | undefined;
}

function requireVectors(modelId: string, vectors: readonly Float32Array[], field: string): void {
  if (modelId !== DESCRIPTOR_MODEL.id) throw new DomainError('OTHER_MODEL');
  for (const vector of vectors) {
    const why = vectorProblem(vector, DESCRIPTOR_MODEL);
    if (why) throw new DomainError('INVALID', { field, why });
  }
}

/** @throws DomainError NOT_FOUND */
export function readTemplates(db: Db, studentId: string): TemplateInfo[] {
  requireStudent(db, studentId);
  return listTemplates(db, studentId);
}

/** @throws DomainError NOT_FOUND, OTHER_MODEL, or INVALID for what is no unit vector */
export async function findDuplicate(
  { db }: Enroller,
  { studentId, modelId, vectors }: { studentId: string; modelId: string; vectors: Float32Array[] },
): Promise<DuplicateFace | null> {
  requireVectors(modelId, vectors, 'vectors');
  requireStudent(db, studentId);
  const { duplicate } = await compareWithOthers(db, studentId, vectors);
  return duplicate && withName(db, duplicate);
}

/** Refuses a face that is another student's, unless an admin has said why it is not. */
function settleDuplicate(
  tx: Db,
  { account, platform }: Enroller,
  { studentId, duplicateOverride }: Enrolment,
  { duplicate }: Resemblance,
): void {
  if (!duplicate) return;
  if (!duplicateOverride || account.role !== 'admin') {
    throw new DomainError('DUPLICATE_FACE', withName(tx, duplicate));
  }
  recordActivity(tx, {
    at: platform.now(),
    kind: 'duplicateOverridden',
    actorId: account.id,
    studentId,
    detail: { other: duplicate.studentId, reason: duplicateOverride.reason },
  });
}

/** @throws DomainError NOT_FOUND, NO_CONSENT */
function requireEnrollable(db: Db, studentId: string): void {
  requireActiveStudent(db, studentId);
  if (!findConsentInForce(db, studentId)) throw new DomainError('NO_CONSENT');
}

function replaceTemplates(
  tx: Db,
  enroller: Enroller,
  enrolment: Enrolment,
  resemblance: Resemblance,
): TemplateInfo[] {
  const { account, platform } = enroller;
  const { studentId, modelId, templates } = enrolment;
  requireEnrollable(tx, studentId);
  settleDuplicate(tx, enroller, enrolment, resemblance);
  deleteTemplates(tx, studentId);
  const createdAt = platform.now();
  for (const template of templates) {
    const row = { ...template, id: newId(), studentId, modelId, createdAt };
    insertTemplate(tx, { ...row, createdBy: account.id });
  }
  insertLookAlikes(tx, { studentId, modelId, foundAt: createdAt }, resemblance.lookAlikes);
  const poses = [...new Set(templates.map(({ pose }) => pose))].join(', ');
  recordActivity(tx, {
    at: createdAt,
    kind: 'enrolled',
    actorId: account.id,
    studentId,
    detail: { templates: templates.length, poses },
  });
  return listTemplates(tx, studentId);
}

/**
 * Replaces the student's templates by these, all or none of them. They are compared with everybody's
 * before that, and again when somebody's faces have changed meanwhile.
 * @throws DomainError NOT_FOUND, NO_CONSENT, OTHER_MODEL, DUPLICATE_FACE, or INVALID with why:
 *   a problem of a vector or of the set
 */
export async function saveTemplates(
  enroller: Enroller,
  enrolment: Enrolment,
): Promise<TemplateInfo[]> {
  const { db } = enroller;
  const { studentId, modelId, templates } = enrolment;
  const vectors = templates.map(({ vector }) => vector);
  requireVectors(modelId, vectors, 'templates');
  const why = enrolmentProblem(templates);
  if (why) throw new DomainError('INVALID', { field: 'templates', why });
  requireEnrollable(db, studentId);
  for (;;) {
    const resemblance = await compareWithOthers(db, studentId, vectors);
    if (!isUpToDate(db, resemblance)) continue;
    const saved = inTransaction(db, (tx) => replaceTemplates(tx, enroller, enrolment, resemblance));
    forgetFace(db, studentId);
    galleryChanged(enroller, studentId);
    return saved;
  }
}

/**
 * Erases every template of a student and notes it, in a transaction of the caller's; call
 * `forgetErased` once that has committed. Returns how many there were.
 */
export function eraseIn(
  tx: Db,
  { account, platform }: Pick<Enroller, 'account' | 'platform'>,
  studentId: string,
): number {
  const erased = deleteTemplates(tx, studentId);
  if (erased === 0) return 0;
  recordActivity(tx, {
    at: platform.now(),
    kind: 'templatesErased',
    actorId: account.id,
    studentId,
    detail: { templatesErased: erased },
  });
  return erased;
}

/**
 * Leaves nothing of what was erased, in memory, in open registers or in the write-ahead log, and
 * notes that it must not come back.
 */
export function forgetErased(enroller: Enroller, studentId: string): void {
  forgetFace(enroller.db, studentId);
  galleryChanged(enroller, studentId);
  emptyWriteAheadLog(enroller.db);
  keepTombstones(registerFiles(enroller.platform.dataFolder), enroller.db);
}

/** Erases every template of a student; the consent stays. @throws DomainError NOT_FOUND */
export function eraseTemplates(enroller: Enroller, studentId: string): { templatesErased: number } {
  const { db } = enroller;
  const templatesErased = inTransaction(db, (tx) => {
    requireStudent(tx, studentId);
    return eraseIn(tx, enroller, studentId);
  });
  forgetErased(enroller, studentId);
  return { templatesErased };
}
