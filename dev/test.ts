import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildApp } from './build.ts';
import { ensureBrowser } from './chromium/ensure-browser.ts';

/**
 * `npm test`: makes sure of a browser, builds the app, lints, checks types and import borders, and
 * runs the unit and end-to-end tests. Ends with one line that adds everything up.
 */
const root = join(import.meta.dirname, '..');
const resultsFolder = join(root, '.cache', 'test-results');

interface Outcome {
  passed: number;
  failed: number;
  skipped: number;
}

function runTool(title: string, command: string, args: readonly string[]): number {
  console.log(`\n== ${title}`);
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (error) console.error(error.message);
  return status ?? 1;
}

function runCheck(title: string, command: string, args: readonly string[]): Outcome {
  const failed = runTool(title, command, args) === 0 ? 0 : 1;
  return { passed: 1 - failed, failed, skipped: 0 };
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  success: boolean;
}

/** Runs one Vitest project; a suite that could not even be loaded counts as a failure. */
function runSuite(project: string): Outcome {
  const resultFile = join(resultsFolder, `${project}.json`);
  rmSync(resultFile, { force: true });
  const status = runTool(`Tests: ${project}`, 'vitest', [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${resultFile}`,
  ]);
  const report = JSON.parse(readFileSync(resultFile, 'utf8')) as VitestReport;
  const unseenFailure = status !== 0 && report.numFailedTests === 0 ? 1 : 0;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unseenFailure,
    skipped: report.numPendingTests,
  };
}

function sum(outcomes: readonly Outcome[], key: keyof Outcome): number {
  return outcomes.reduce((total, outcome) => total + outcome[key], 0);
}

process.env.ROLLCALL_BROWSER = await ensureBrowser();
await buildApp();
mkdirSync(resultsFolder, { recursive: true });
const outcomes = [
  runCheck('Lint and import borders', 'biome', ['check', '--error-on-warnings', '.']),
  runCheck('Types', 'tsc', ['--noEmit']),
  runSuite('unit'),
  runSuite('e2e'),
];
const failed = sum(outcomes, 'failed');
const skipped = sum(outcomes, 'skipped');
console.log(
  `\n${sum(outcomes, 'passed')} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`,
);
process.exitCode = failed > 0 ? 1 : 0;
