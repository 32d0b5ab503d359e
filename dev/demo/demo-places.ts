import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

const signInSchema = z.object({
  admin: z.string(),
  teacher: z.string(),
  password: z.string(),
  recoveryPassphrase: z.string(),
});
/** What somebody needs to look around; made anew with every demo school. */
export type DemoSignIn = z.infer<typeof signInSchema>;

export interface DemoPlaces {
  root: string;
  /** The app's data folder. */
  data: string;
  /** Written last: where it is missing, the demo school was not finished. */
  signIn: string;
}

/** Beside the folders of other apps, or where ROLLCALL_DEMO_ROOT says. */
export function demoRoot(): string {
  const { ROLLCALL_DEMO_ROOT, APPDATA, XDG_CONFIG_HOME } = process.env;
  if (ROLLCALL_DEMO_ROOT) return ROLLCALL_DEMO_ROOT;
  if (process.platform === 'win32') {
    return join(APPDATA ?? join(homedir(), 'AppData', 'Roaming'), 'rollcall-demo');
  }
  if (process.platform === 'darwin') {
    return join(homedir(), 'Library', 'Application Support', 'rollcall-demo');
  }
  return join(XDG_CONFIG_HOME ?? join(homedir(), '.config'), 'rollcall-demo');
}

export function demoPlaces(root: string): DemoPlaces {
  return { root, data: join(root, 'data'), signIn: join(root, 'sign-in.json') };
}

/** Kept in the open beside the demo: nobody in it exists, and the secrets open nothing else. */
export function writeSignIn({ signIn }: DemoPlaces, secrets: DemoSignIn): void {
  writeFileSync(signIn, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
}

/** Null where no demo school has been finished. */
export function readSignIn({ signIn }: DemoPlaces): DemoSignIn | null {
  return existsSync(signIn) ? signInSchema.parse(JSON.parse(readFileSync(signIn, 'utf8'))) : null;
}

/** Removes the demo and nothing else that may lie in its folder. */
export function removeDemo({ data, signIn }: DemoPlaces): void {
  rmSync(signIn, { force: true });
  rmSync(data, { recursive: true, force: true });
}
