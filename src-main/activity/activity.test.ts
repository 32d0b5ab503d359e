import { describe, expect, test } from 'vitest';
import { activityKindSchema } from '#shared/contract/activity.contract.ts';
import { createTestClass } from '#tests/unit/support/test-class.ts';
import { createTestRegister } from '#tests/unit/support/test-register.ts';
import { inTransaction } from '../db/database.ts';
import { recordActivity } from './activity.service.ts';

test.each(['newest', 'oldest'] as const)(
  'entries come %s first, in pages that neither repeat nor skip',
  async (order) => {
    const { client, db, admin, platform } = await createTestRegister();
    for (let n = 0; n < 25; n += 1) {
      // Several entries share an instant, as they do in a busy session.
      const at = platform.now() + Math.floor(n / 4);
      recordActivity(db, { at, kind: 'exported', actorId: admin.id, detail: { n } });
    }
    const seen: unknown[] = [];
    let before: string | undefined;
    for (let page = 0; page < 5; page += 1) {
      const entries = await client.activity.list({ kinds: ['exported'], limit: 6, order, before });
      seen.push(...entries.map(({ detail }) => detail));
      before = entries.at(-1)?.id;
    }
    const oldestFirst = Array.from({ length: 25 }, (_, n) => ({ n }));
    expect(seen).toEqual(order === 'oldest' ? oldestFirst : oldestFirst.toReversed());
  },
);

test('the log can be narrowed to kinds and to a session', async () => {
  const { client, db, platform } = await createTestRegister();
  recordActivity(db, { at: platform.now(), kind: 'recovered', actorId: null });
  const [entry] = await client.activity.list({ kinds: ['recovered', 'exported'] });
  expect(entry).toMatchObject({ kind: 'recovered', actor: null, studentName: null, detail: {} });
  const sessionId = '0198c0de-0000-7000-8000-000000000000';
  expect(await client.activity.list({ sessionId })).toEqual([]);
  expect(await client.activity.list({ kinds: [] })).toEqual([]);
});

test('an entry shares the fate of its cause', async () => {
  const { client, db, platform } = await createTestRegister();
  const work = () =>
    inTransaction(db, (tx) => {
      recordActivity(tx, { at: platform.now(), kind: 'recovered', actorId: null });
      throw new Error('the cause failed');
    });
  expect(work).toThrow('the cause failed');
  expect(await client.activity.list({ kinds: ['recovered'] })).toEqual([]);
});

test('a page after an entry that is not there is refused', async () => {
  const { client } = await createTestRegister();
  const before = '0198c0de-0000-7000-8000-000000000000';
  await expect(client.activity.list({ before })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});

describe('a teacher', () => {
  const FOR_ADMINS = [
    'signIn',
    'signInFailed',
    'signOut',
    'consentRecorded',
    'consentWithdrawn',
    'enrolled',
    'templateRefreshed',
    'templatesErased',
    'duplicateOverridden',
    'accountChanged',
    'settingsChanged',
    'timetableChanged',
    'membershipChanged',
    'exported',
    'imported',
    'importUndone',
    'recovered',
    'copyFound',
    'tamperingFound',
    'passphraseChanged',
    'keyChanged',
    'backedUp',
    'restored',
    'studentErased',
    'retentionApplied',
    'retentionPaused',
    'retentionKept',
  ] as const;

  async function asTeacher() {
    const register = await createTestRegister();
    const { classId, subjectId } = await createTestClass(register.client);
    const { id: sessionId } = await register.client.register.start({ classId, subjectId });
    const teacher = await register.signInAs('teacher');
    for (const kind of activityKindSchema.options) {
      for (const inSession of [{}, { sessionId }]) {
        const entry = { at: register.platform.now(), kind, actorId: register.admin.id };
        recordActivity(register.db, { ...entry, ...inSession });
      }
    }
    return { admin: register.client, teacher: teacher.client, sessionId };
  }

  const kindsOf = (entries: { kind: string }[]) => new Set(entries.map(({ kind }) => kind));

  test('reads what happened in registers and before the camera, and nothing else', async () => {
    const { admin, teacher, sessionId } = await asTeacher();
    expect(kindsOf(await admin.activity.list({ limit: 500 })).size).toBe(
      activityKindSchema.options.length,
    );
    const hidden: readonly string[] = FOR_ADMINS;
    const readable = new Set(activityKindSchema.options.filter((kind) => !hidden.includes(kind)));
    for (const filter of [{}, { sessionId }, { kinds: activityKindSchema.options }]) {
      expect(kindsOf(await teacher.activity.list({ ...filter, limit: 500 }))).toEqual(readable);
    }
  });

  test('gets nothing by asking for what is for admins, in a session or not', async () => {
    const { teacher, sessionId } = await asTeacher();
    for (const kind of FOR_ADMINS) {
      expect(await teacher.activity.list({ kinds: [kind] })).toEqual([]);
      expect(await teacher.activity.list({ kinds: [kind], sessionId })).toEqual([]);
    }
  });
});
