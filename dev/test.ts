import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
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
  /** What failed, by name: the one thing that is read where only the end of the output is kept. */
  failures: string[];
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
  const failures = runTool(title, command, args) === 0 ? [] : [title];
  return { passed: 1 - failures.length, failed: failures.length, skipped: 0, failures };
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  success: boolean;
  testResults: {
    name: string;
    status: string;
    assertionResults: { status: string; fullName: string }[];
  }[];
}

function failuresIn({ testResults }: VitestReport): string[] {
  return testResults
    .filter(({ status }) => status === 'failed')
    .flatMap(({ name, assertionResults }) => {
      const file = relative(root, name);
      const failed = assertionResults.filter(({ status }) => status === 'failed');
      if (failed.length === 0) return [`${file}: could not be run`];
      return failed.map(({ fullName }) => `${file}: ${fullName}`);
    });
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
    failures: [
      ...failuresIn(report),
      ...(unseenFailure > 0 ? [`${project}: an error outside its tests, told above`] : []),
    ],
  };
}

function sum(outcomes: readonly Outcome[], key: 'passed' | 'failed' | 'skipped'): number {
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
for (const { failures } of outcomes)
  for (const failure of failures) console.log(`failed: ${failure}`);
console.log(
  `\n${sum(outcomes, 'passed')} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`,
);
process.exitCode = failed > 0 ? 1 : 0;
