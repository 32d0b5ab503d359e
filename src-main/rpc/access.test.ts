import { isContractProcedure } from '@orpc/contract';
import { getRouter, isProcedure, safe } from '@orpc/server';
import { describe, expect, test } from 'vitest';
import type { Access, ProcedureMeta, Role } from '#shared/contract/base.ts';
import { roleSchema } from '#shared/contract/base.ts';
import { contract } from '#shared/contract/index.ts';
import {
  type Client,
  createEmptyHost,
  createTestRegister,
} from '#tests/unit/support/test-register.ts';
import { router } from '../router.ts';

interface Declared {
  path: string[];
  access: Access;
}

function declared(node: unknown, path: string[] = []): Declared[] {
  if (isContractProcedure(node)) {
    const { access }: ProcedureMeta = node['~orpc'].meta;
    return [{ path, access }];
  }
  return Object.entries(node as object).flatMap(([key, child]) => declared(child, [...path, key]));
}

const procedures = declared(contract);

/** Calls with an input that no procedure accepts, so that whoever gets past the door gets no further. */
async function knock(client: Client, path: string[]): Promise<string> {
  let target: unknown = client;
  for (const key of path) target = Reflect.get(target as object, key);
  const call = target as (input: unknown) => Promise<unknown>;
  const { error } = await safe(call({ nonsense: true }));
  return error !== null && typeof error === 'object' && 'code' in error ? `${error.code}` : 'in';
}

async function knockEverywhere(connect: () => { client: Client }) {
  const answers: Record<string, string> = {};
  for (const { path } of procedures) {
    answers[path.join('.')] = await knock(connect().client, path);
  }
  return answers;
}

const REFUSALS = ['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_READY'];

function expected(answers: Record<string, string>, refusalFor: (access: Access) => string | null) {
  return Object.fromEntries(
    procedures.map(({ path, access }) => {
      const name = path.join('.');
      const answer = answers[name] ?? 'no answer';
      return [name, refusalFor(access) ?? (REFUSALS.includes(answer) ? 'admitted' : answer)];
    }),
  );
}

test('every procedure of the contract has a handler', () => {
  expect(procedures.length).toBeGreaterThan(40);
  const missing = procedures.filter(({ path }) => !isProcedure(getRouter(router, path)));
  expect(missing).toEqual([]);
});

describe('who is let in, before the input is read', () => {
  test('nobody signed in: only where the contract says anyone', async () => {
    const { connect } = await createTestRegister();
    const answers = await knockEverywhere(connect);
    expect(answers).toEqual(
      expected(answers, (access) => (access === 'anyone' ? null : 'UNAUTHENTICATED')),
    );
  });

  test.each(roleSchema.options)(
    '%s: only where the contract names the role',
    async (role: Role) => {
      const { connect, signInAs } = await createTestRegister();
      const { account } = await signInAs(role);
      const answers = await knockEverywhere(() => {
        const { client, connection } = connect();
        connection.accountId = account.id;
        return { client };
      });
      const isAdmitted = (access: Access) => typeof access === 'string' || access.includes(role);
      expect(answers).toEqual(
        expected(answers, (access) => (isAdmitted(access) ? null : 'FORBIDDEN')),
      );
      const refused = Object.values(answers).filter((answer) => answer === 'FORBIDDEN').length;
      if (role === 'admin') expect(refused).toBe(0);
      else expect(refused).toBeGreaterThan(10);
    },
  );

  test('before the first run: nobody, and an account id changes nothing', async () => {
    const { platform, client, connection } = await createEmptyHost();
    connection.accountId = '0198c0de-0000-7000-8000-000000000000';
    for (const { path, access } of procedures.filter((one) => one.access !== 'anyone')) {
      expect([path, access, await knock(client, path)]).toEqual([path, access, 'NOT_READY']);
    }
    expect(platform.logged.filter((line) => line.startsWith('error'))).toEqual([]);
  });
});

test('a role taken away counts from the next call on', async () => {
  const { client, signInAs } = await createTestRegister();
  const other = await signInAs('admin', 'second.admin');
  expect(await other.client.accounts.list()).toHaveLength(2);
  await client.accounts.update({ id: other.account.id, role: 'teacher' });
  await expect(other.client.accounts.list()).rejects.toMatchObject({ code: 'FORBIDDEN' });
});
