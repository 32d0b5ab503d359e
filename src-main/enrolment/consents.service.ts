import type { Consent } from '#shared/contract/enrolment.contract.ts';
import {
  type ConsentText,
  consentTextFor,
  isConsentInForce,
} from '#shared/enrolment/consent-text.ts';
import { wordsIn } from '#shared/words/words.ts';
import { recordActivity } from '../activity/activity.service.ts';
import { registerFiles } from '../app/register-files.ts';
import { type Db, inTransaction } from '../db/database.ts';
import { newId } from '../db/new-id.ts';
import { keepTombstones } from '../privacy/tombstones.ts';
import { DomainError } from '../rpc/domain-error.ts';
import { readSchool } from '../settings/settings.queries.ts';
import { endConsent, findConsentInForce, insertConsent, listConsents } from './consents.queries.ts';
import type { Enroller } from './enroller.ts';
import { requireActiveStudent, requireStudent } from './student-rules.ts';
import { deleteTemplates } from './templates.queries.ts';
import { forgetErased } from './templates.service.ts';

/** The text in force in this laptop's language, in the name of this school. */
export function readConsentText({ db, platform }: Pick<Enroller, 'db' | 'platform'>): ConsentText {
  return consentTextFor(readSchool(db).name, wordsIn(platform.preferences.read().language));
}

/** Withdrawn consents too, newest first. @throws DomainError NOT_FOUND */
export function readConsents(db: Db, studentId: string): Consent[] {
  requireStudent(db, studentId);
  return listConsents(db, studentId);
}

export type NewConsent = Pick<Consent, 'givenBy' | 'relation' | 'method' | 'textVersion'> & {
  studentId: string;
};

/**
 * Records that somebody has agreed to the text in force.
 * @throws DomainError NOT_FOUND, CONFLICT where a consent is in force, or INVALID when another
 *   text than the one in force was agreed to
 */
export function recordConsent({ db, account, platform }: Enroller, consent: NewConsent): Consent {
  if (!isConsentInForce(consent.textVersion)) {
    throw new DomainError('INVALID', { field: 'textVersion', why: 'notInForce' });
  }
  return inTransaction(db, (tx) => {
    const { studentId, relation, method, textVersion } = consent;
    requireActiveStudent(tx, studentId);
    if (findConsentInForce(tx, studentId)) throw new DomainError('CONFLICT', { what: 'consent' });
    const at = platform.now();
    insertConsent(tx, { ...consent, id: newId(), givenAt: at, recordedBy: account.id });
    recordActivity(tx, {
      at,
      kind: 'consentRecorded',
      actorId: account.id,
      studentId,
      detail: { relation, method, textVersion },
    });
    const recorded = findConsentInForce(tx, studentId);
    if (!recorded) throw new Error('The consent just recorded is not there.');
    return recorded;
  });
}

/**
 * Ends a consent and erases every template of the student, both or neither. The record that
 * there was a consent stays, with the day it ended.
 * @throws DomainError NOT_FOUND where no consent is in force
 */
export function withdrawConsent(
  enroller: Enroller,
  studentId: string,
): { templatesErased: number } {
  const { db, account, platform } = enroller;
  const templatesErased = inTransaction(db, (tx) => {
    requireStudent(tx, studentId);
    const consent = findConsentInForce(tx, studentId);
    if (!consent) throw new DomainError('NOT_FOUND', { what: 'consent' });
    const at = platform.now();
    endConsent(tx, consent.id, { withdrawnAt: at, withdrawalRecordedBy: account.id });
    const erased = deleteTemplates(tx, studentId);
    recordActivity(tx, {
      at,
      kind: 'consentWithdrawn',
      actorId: account.id,
      studentId,
      detail: { templatesErased: erased },
    });
    return erased;
  });
  forgetErased(enroller, studentId);
  keepTombstones(registerFiles(platform.dataFolder), db);
  return { templatesErased };
}
