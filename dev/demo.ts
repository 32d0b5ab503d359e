import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { build } from 'vite';
import { ensureBrowser } from './chromium/ensure-browser.ts';
import {
  type DemoPlaces,
  type DemoSignIn,
  demoPlaces,
  demoRoot,
  readSignIn,
  removeDemo,
} from './demo/demo-places.ts';
import { chooseElectron } from './electron-binary.ts';
import { startApp, startOptions } from './start.ts';

const root = join(import.meta.dirname, '..');
const bundleFolder = join(root, 'out', 'demo');

/** The program that makes the school, with the app's own services in it. */
async function buildMaker(): Promise<string> {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: join(root, 'dev', 'demo', 'make-demo.ts'),
      outDir: bundleFolder,
      emptyOutDir: true,
      target: 'node24',
      rollupOptions: { external: ['electron'], output: { entryFileNames: 'index.js' } },
    },
  });
  return join(bundleFolder, 'index.js');
}

/** Runs the maker on what the app itself will run on, so that both ask the same keychain. */
async function makeSchool(places: DemoPlaces, headless: boolean): Promise<void> {
  console.log('Making a school with a term of registers; this takes about half a minute ...');
  removeDemo(places);
  const maker = await buildMaker();
  const electron = chooseElectron(headless);
  const env = { ...process.env, ROLLCALL_DEMO_ROOT: places.root };
  const [command, args] =
    electron === null
      ? [process.execPath, ['dev/electron-stand-in/run.ts', maker]]
      : [electron, [maker]];
  const child = spawn(command, args, {
    cwd: root,
    env: electron === null ? { ...env, ROLLCALL_BROWSER: await ensureBrowser() } : env,
    stdio: 'inherit',
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error('The demo school could not be made.');
}

async function readySchool(places: DemoPlaces, headless: boolean): Promise<DemoSignIn> {
  if (readSignIn(places) === null) await makeSchool(places, headless);
  const signIn = readSignIn(places);
  if (signIn === null) throw new Error(`${places.signIn} was not written.`);
  return signIn;
}

function show(places: DemoPlaces, signIn: DemoSignIn): void {
  console.log(`
  The demo school lies in ${places.root}; nobody in it exists.
  Sign in as   ${signIn.admin} (admin) or ${signIn.teacher} (teacher)
  Password     ${signIn.password}
  Should the app ask for the recovery passphrase (there is no keychain):
               ${signIn.recoveryPassphrase}
  For a new one with its term up to today:  npm run demo -- --fresh
`);
}

/** Opens a school full of generated data; `--fresh` makes it anew, all else is as for `npm start`. */
async function runDemo(args: string[]): Promise<number> {
  const options = startOptions(args.filter((arg) => arg !== '--fresh'));
  const places = demoPlaces(demoRoot());
  if (args.includes('--fresh')) removeDemo(places);
  const signIn = await readySchool(places, args.includes('--headless'));
  show(places, signIn);
  return startApp({ ...options, dataFolder: places.data });
}

if (import.meta.main) process.exitCode = await runDemo(process.argv.slice(2));
