import { type Role, roleSchema, STAFF, TEACHING } from '#shared/contract/base.ts';

/** The sections of the settings, in order, and who has them. */
const SECTIONS = [
  { name: 'device', roles: roleSchema.options },
  { name: 'recognition', roles: TEACHING },
  { name: 'selfTest', roles: ['admin'] },
  { name: 'school', roles: STAFF },
  { name: 'statuses', roles: ['admin'] },
  { name: 'accounts', roles: ['admin'] },
  { name: 'backup', roles: ['admin'] },
  { name: 'privacy', roles: ['admin'] },
  { name: 'security', roles: ['admin'] },
  { name: 'password', roles: roleSchema.options },
  { name: 'about', roles: STAFF },
] as const satisfies readonly { name: string; roles: readonly Role[] }[];

export type SectionName = (typeof SECTIONS)[number]['name'];

/** The sections that an account of this role has. */
export function sectionsFor(role: Role): SectionName[] {
  const has = (roles: readonly Role[]) => roles.includes(role);
  return SECTIONS.filter(({ roles }) => has(roles)).map(({ name }) => name);
}

/** The section of an address, as far as this role may see it; the first one otherwise. */
export function sectionOf(name: string | undefined, role: Role): SectionName {
  return sectionsFor(role).find((one) => one === name) ?? 'device';
}
