import { isContractProcedure } from '@orpc/contract';
import { admits, type ProcedureMeta, type Role, roleSchema } from '#shared/contract/base.ts';
import { contract } from '#shared/contract/index.ts';

/** A caller: somebody of a role, or nobody. */
export type CallerKind = Role | 'signedOut';
export const CALLERS: readonly CallerKind[] = ['signedOut', ...roleSchema.options];

export interface DeclaredProcedure {
  path: string[];
  meta: ProcedureMeta;
}

function declaredIn(node: unknown, path: string[]): DeclaredProcedure[] {
  if (isContractProcedure(node)) return [{ path, meta: node['~orpc'].meta }];
  return Object.entries(node as object).flatMap(([key, child]) =>
    declaredIn(child, [...path, key]),
  );
}

/** Every procedure of the contract, in its order. */
export const PROCEDURES: readonly DeclaredProcedure[] = declaredIn(contract, []);

const HEADINGS: Record<CallerKind, string> = {
  signedOut: 'signed out',
  admin: 'admin',
  teacher: 'teacher',
  office: 'office',
  student: 'student',
};

const INTRODUCTION = `# Who may call what

Made from the contract by \`npm run docs:permissions\`; a test holds it against the contract, and
another calls every procedure as everybody and finds exactly this table.

The main process decides, before it reads the input, and again for each value of a stream. Within
what the table allows, services narrow further: the last column says to what.

- **admin** runs the school's register: people, faces, accounts, settings.
- **teacher** takes registers and looks up students.
- **office** reads students and registers, exports them, and notes absences known in advance, for it
  is the office that families ring. It takes no register, changes no mark and sees nothing of faces
  and consents: what it hands on has to be what the teachers wrote.
- **student** sees their own record and nothing of others.

*Locked*: also while the window waits for the password after some time without input. A face can
then still be marked in the register under way; nothing can be changed by hand. *Password due*: also
while a temporary password has yet to be changed. What may be called by anyone always may.
`;

const tick = (yes: boolean | undefined): string => (yes ? 'yes' : '');

/** One row of the table: the procedure, who is admitted, and under which restrictions. */
function row({ path, meta }: DeclaredProcedure): string[] {
  const always = meta.access === 'anyone';
  return [
    `\`${path.join('.')}\``,
    ...CALLERS.map((caller) => tick(admits(meta.access, caller === 'signedOut' ? null : caller))),
    tick(always || meta.whileLocked),
    tick(always || meta.whilePasswordDue),
    meta.within ?? '',
  ];
}

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** The page docs/permissions.md. */
export function permissionPage(): string {
  const headings = [
    'procedure',
    ...CALLERS.map((caller) => HEADINGS[caller]),
    'locked',
    'password due',
    'within',
  ];
  const rows = [headings, headings.map(() => '---'), ...PROCEDURES.map(row)];
  return `${INTRODUCTION}\n${rows.map(line).join('\n')}\n`;
}
