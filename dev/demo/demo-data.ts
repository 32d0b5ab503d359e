import { randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { RegisterHost } from '#main/app/register-host.ts';
import type { Platform } from '#main/platform.ts';
import { connectDemo } from './demo-client.ts';
import { addPeople } from './demo-people.ts';
import type { DemoSignIn } from './demo-places.ts';
import { beforeTerm, liveThroughTerm } from './demo-term.ts';
import { seededRandom } from './seeded-random.ts';

export const DEMO_SCHOOL = 'Harbour Street School (demo)';
const ADMIN = { username: 'demo.admin', displayName: 'Demo Admin' };
const SEED = 20_260_901;

export interface DemoOptions {
  /** Weeks of the term, which ends today. */
  weeks: number;
  onWeek?: (week: number) => void;
}

/** Five groups of four from an alphabet without look-alikes: about 98 bits. */
function randomSecret(): string {
  const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';
  const letters = [...randomBytes(20)].map((byte) => alphabet[byte % alphabet.length]);
  return letters.join('').replace(/(.{4})(?=.)/g, '$1-');
}

/**
 * Fills an empty data folder with a school and a term of its registers, through the same
 * services and rules as the app. People and days are the same every time, relative to today; the
 * secrets are not.
 * @throws Error when the folder holds a register already
 */
export async function makeDemoSchool(
  machine: Platform,
  { weeks, onWeek }: DemoOptions,
): Promise<DemoSignIn> {
  const now = machine.now();
  let clock = beforeTerm(weeks, now);
  const platform: Platform = { ...machine, now: () => clock, checkModels: async () => null };
  const host = new RegisterHost(platform, () => clock);
  const secrets = { password: randomSecret(), recoveryPassphrase: randomSecret() };
  const connect = () => connectDemo(platform, host);
  try {
    const { state } = await host.open();
    if (state !== 'setup') throw new Error(`There is a register in ${machine.dataFolder} already.`);
    const admin = connect();
    const credentials = { username: ADMIN.username, password: secrets.password };
    await admin.app.setUp({
      schoolName: DEMO_SCHOOL,
      admin: { ...ADMIN, password: secrets.password },
      recoveryPassphrase: secrets.recoveryPassphrase,
    });
    // A demo cut short is made again from nothing, so it need not wait for the disk.
    host.register().db.run(sql`PRAGMA synchronous = OFF`);
    await admin.accounts.signIn(credentials);
    const random = seededRandom(SEED);
    const people = await addPeople(admin, connect, { password: secrets.password, random });
    const setClock = (at: number): void => {
      clock = at;
    };
    await liveThroughTerm({ admin, people, platform, setClock, now, weeks, random, onWeek });
    const [teacher] = people.teachers;
    return { admin: ADMIN.username, teacher: teacher?.credentials.username ?? '', ...secrets };
  } finally {
    host.close();
  }
}
