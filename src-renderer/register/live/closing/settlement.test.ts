import { expect, it } from 'vitest';
import { refusalSchema } from '#shared/contract/register.contract.ts';
import { settlementOf, settlementOfError } from './settlement.ts';

const studentId = '0197b1b2-0000-7000-8000-000000000001';

it('lets a face rest once it is marked, by this proposal or before', () => {
  expect(settlementOf({ kind: 'alreadyMarked', studentId }).outcome).toBe('marked');
});

it('never takes a refusal for a mark', () => {
  for (const why of refusalSchema.options) {
    expect(settlementOf({ kind: 'refused', why, studentId }).outcome).not.toBe('marked');
  }
});

it('gives a face that has shown too little another chance soon, an unknown one later', () => {
  const soon = settlementOf({ kind: 'refused', why: 'notLive', studentId });
  const later = settlementOf({ kind: 'refused', why: 'unknownFace', studentId: null });
  expect(soon.outcome).toBe('retry');
  expect(later.outcome).toBe('retry');
  expect(soon.after).toBeLessThan(later.after);
});

it('is done with a face that nobody may match', () => {
  expect(settlementOf({ kind: 'refused', why: 'noConsent', studentId }).outcome).toBe('final');
});

it('tries again after a full disk or a lost connection, not after the end of the session', () => {
  expect(settlementOfError('STORAGE_FULL').outcome).toBe('retry');
  expect(settlementOfError(null).outcome).toBe('retry');
  expect(settlementOfError('SESSION_ENDED').outcome).toBe('final');
});
