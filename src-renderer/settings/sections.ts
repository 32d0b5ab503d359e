/** The sections of the settings, in order; some are for admins alone. */
export const SECTIONS = [
  { name: 'device', adminOnly: false },
  { name: 'recognition', adminOnly: false },
  { name: 'selfTest', adminOnly: true },
  { name: 'school', adminOnly: false },
  { name: 'statuses', adminOnly: true },
  { name: 'accounts', adminOnly: true },
  { name: 'backup', adminOnly: true },
  { name: 'integrity', adminOnly: true },
  { name: 'password', adminOnly: false },
  { name: 'about', adminOnly: false },
] as const;

export type SectionName = (typeof SECTIONS)[number]['name'];

/** The section of an address, as far as this account may see it; the first one otherwise. */
export function sectionOf(name: string | undefined, admin: boolean): SectionName {
  const section = SECTIONS.find((one) => one.name === name && (admin || !one.adminOnly));
  return section?.name ?? 'device';
}
