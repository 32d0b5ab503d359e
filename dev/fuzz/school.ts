import { createRouterClient } from '@orpc/server';
import { eq, sql } from 'drizzle-orm';
import { RegisterHost } from '#main/app/register-host.ts';
import type { Db } from '#main/db/database.ts';
import { accounts, classes, sessions, students, subjects } from '#main/db/schema/index.ts';
import type { Platform } from '#main/platform.ts';
import { router } from '#main/router.ts';
import { type Role, roleSchema, staffRoleSchema } from '#shared/contract/base.ts';
import { createEnrolledClass, proposalOf } from '#tests/unit/support/test-class.ts';
import type { Client } from '#tests/unit/support/test-register.ts';

const ADMIN = { username: 'fuzz.admin', password: 'forty patient camels' };
const STUDENTS = 6;
export const PASSPHRASE = 'a lantern over the harbour wall';

export type Caller = Role | 'nobody';
export const CALLERS: readonly Caller[] = [...roleSchema.options, 'nobody'];

/** A school on a register of its own, with an account for each role. */
export interface FuzzedSchool {
  db: Db;
  /** A client on a connection of its own, signed in as this caller. */
  as(caller: Caller): Client;
  /** Ids of everything that is there now. */
  ids(): string[];
  /** Gives the accounts back the role and standing that calls may have taken from them. */
  restoreAccounts(): void;
  close(): void;
}

async function takeRegisters(client: Client, platform: Platform): Promise<void> {
  const school = await createEnrolledClass({ client }, { students: STUDENTS });
  for (const isLast of [false, true]) {
    const { id: sessionId } = await client.register.start(school);
    await client.register.propose(proposalOf({ platform }, sessionId, 1));
    if (!isLast) await client.register.end({ sessionId });
  }
}

async function makeAccounts(client: Client): Promise<Map<Caller, string>> {
  const ids = new Map<Caller, string>();
  for (const role of staffRoleSchema.options) {
    const { account } = await client.accounts.create({
      username: `fuzz.${role}.one`,
      displayName: `Fuzz ${role}`,
      role,
    });
    ids.set(role, account.id);
  }
  const [student] = await client.people.students.list({});
  if (student === undefined) throw new Error('The school has no student.');
  const { account } = await client.accounts.createForStudent({
    studentId: student.id,
    username: 'fuzz.student.one',
  });
  return ids.set('student', account.id);
}

export async function makeFuzzedSchool(platform: Platform): Promise<FuzzedSchool> {
  const host = new RegisterHost(platform);
  await host.open();
  const connect = (accountId: string | null): Client => {
    const connection = host.connections.open();
    if (accountId !== null) connection.signIn(accountId, platform.now());
    return createRouterClient(router, { context: { platform, host, connection } });
  };
  const client = connect(null);
  await client.app.setUp({
    schoolName: 'School of Odd Numbers',
    admin: { ...ADMIN, displayName: 'Fuzz Admin' },
    recoveryPassphrase: PASSPHRASE,
  });
  await client.accounts.signIn(ADMIN);
  await takeRegisters(client, platform);
  const accountIds = await makeAccounts(client);
  const { db } = host.register();
  db.update(accounts).set({ mustChangePassword: false }).run();
  return {
    db,
    as: (caller) => connect(accountIds.get(caller) ?? null),
    ids: () =>
      [accounts, classes, subjects, students, sessions].flatMap((table) =>
        db
          .select({ id: table.id })
          .from(table)
          .orderBy(sql`random()`)
          .limit(40)
          .all()
          .map(({ id }) => id),
      ),
    restoreAccounts() {
      const standing = { archivedAt: null, mustChangePassword: false };
      for (const [role, id] of accountIds) {
        if (role === 'nobody') continue;
        db.update(accounts)
          .set({ role, ...standing })
          .where(eq(accounts.id, id))
          .run();
      }
    },
    close: () => host.close(),
  };
}
