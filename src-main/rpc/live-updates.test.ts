import { createRouterClient } from '@orpc/server';
import { expect, test } from 'vitest';
import type { LiveUpdate } from '#shared/contract/register.contract.ts';
import { createTestRegister } from '#tests/unit/support/test-register.ts';
import { rpc } from './base.ts';
import { LiveUpdates } from './live-updates.ts';

const ended = (endedAt: number): LiveUpdate => ({ kind: 'ended', endedAt });

test('nothing is lost between subscribing and the first look, and order is kept', async () => {
  const live = new LiveUpdates();
  live.publish('s', ended(0));
  const updates = live.subscribe('s');
  for (let at = 1; at <= 500; at += 1) live.publish('s', ended(at));
  const seen: unknown[] = [];
  for await (const update of updates) {
    seen.push(update);
    if (seen.length === 500) break;
  }
  expect(seen).toEqual(Array.from({ length: 500 }, (_, index) => ended(index + 1)));
  expect(live.watched).toBe(0);
});

test('each session has its own updates and each watcher all of them', async () => {
  const live = new LiveUpdates();
  const [one, two, other] = [live.subscribe('s'), live.subscribe('s'), live.subscribe('t')];
  live.publish('s', ended(1));
  live.publish('t', ended(2));
  expect((await one.next()).value).toEqual(ended(1));
  expect((await two.next()).value).toEqual(ended(1));
  expect((await other.next()).value).toEqual(ended(2));
});

test('a watcher that disconnects while waiting is let go', async () => {
  const live = new LiveUpdates();
  const window = new AbortController();
  const updates = live.subscribe('s', window.signal);
  const next = updates.next();
  window.abort();
  await expect(next).rejects.toThrow();
  expect(live.watched).toBe(0);
});

test('a stream ends when its account signs out or is archived', async () => {
  const register = await createTestRegister();
  const { platform, host, signInAs, client } = register;
  const sessionId = '0198c0de-0000-7000-8000-000000000000';
  const { live } = host.register();
  const { account } = await signInAs('teacher');
  const connection = host.connections.open();
  connection.signIn(account.id, platform.now());
  const watch = createRouterClient(
    rpc.register.live.handler(({ context, input, signal }) =>
      context.live.subscribe(input.sessionId, signal),
    ),
    { context: { platform, host, connection } },
  );

  const first = await watch({ sessionId });
  live.publish(sessionId, ended(1));
  expect((await first.next()).value).toEqual(ended(1));
  connection.signOut();
  live.publish(sessionId, ended(2));
  await expect(first.next()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(live.watched).toBe(0);

  connection.signIn(account.id, platform.now());
  const second = await watch({ sessionId });
  await client.accounts.update({ id: account.id, archived: true });
  live.publish(sessionId, ended(3));
  await expect(second.next()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(live.watched).toBe(0);
  expect(platform.logged.filter((line) => line.startsWith('error'))).toEqual([]);
});
