import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { RPCHandler } from '@orpc/server/message-port';
import { expect, it, onTestFinished } from 'vitest';
import { router } from '#main/router.ts';
import { float32Serializer } from '#shared/contract/float32-serializer.ts';
import type { Contract } from '#shared/contract/index.ts';
import { createTestClass } from '#tests/unit/support/test-class.ts';
import { createTestRegister, type TestRegister } from '#tests/unit/support/test-register.ts';

/** A client signed in as the admin, on the other side of a port, as the window is. */
function acrossPort({ platform, host, admin }: TestRegister): ContractRouterClient<Contract> {
  const customJsonSerializers = [float32Serializer];
  const { port1, port2 } = new MessageChannel();
  onTestFinished(() => port1.close());
  const connection = host.connections.open();
  connection.signIn(admin.id, platform.now());
  const handler = new RPCHandler(router, { customJsonSerializers });
  handler.upgrade(port1, { context: { platform, host, connection } });
  return createORPCClient(new RPCLink({ port: port2, customJsonSerializers }));
}

it('is cancelled by ending the iteration on the other side of the port', async () => {
  const register = await createTestRegister();
  const { classId, subjectId } = await createTestClass(register.client, { students: 2 });
  const { id: sessionId } = await register.client.register.start({ classId, subjectId });
  const folder = join(register.platform.dataFolder, 'exported');
  mkdirSync(folder);
  register.platform.saveFileAs(join(folder, 'session.xlsx'));
  const client = acrossPort(register);

  const running = await client.exports.run({ what: 'session', sessionId, format: 'xlsx' });
  expect(await running.next()).toMatchObject({ value: { kind: 'working', done: 0, total: 2 } });
  await running.return?.();
  await expect.poll(() => readdirSync(folder)).toEqual([]);
  // Whatever had been on its way has had its time.
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(readdirSync(folder)).toEqual([]);
  expect(await client.activity.list({ kinds: ['exported'] })).toEqual([]);
});
