import { expect, test } from 'vitest';
import { createTestRegister } from '#tests/unit/support/test-register.ts';
import { inTransaction } from '../db/database.ts';
import { recordActivity } from './activity.service.ts';

test('entries come newest first, in pages that neither repeat nor skip', async () => {
  const { client, db, admin, platform } = await createTestRegister();
  for (let n = 0; n < 25; n += 1) {
    // Several entries share an instant, as they do in a busy session.
    const at = platform.now() + Math.floor(n / 4);
    recordActivity(db, { at, kind: 'exported', actorId: admin.id, detail: { n } });
  }
  const seen: unknown[] = [];
  let before: string | undefined;
  for (let page = 0; page < 5; page += 1) {
    const entries = await client.activity.list({ kinds: ['exported'], limit: 6, before });
    seen.push(...entries.map(({ detail }) => detail));
    before = entries.at(-1)?.id;
  }
  expect(seen).toEqual(Array.from({ length: 25 }, (_, index) => ({ n: 24 - index })));
});

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
  await expect(client.activity.list({ before })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
