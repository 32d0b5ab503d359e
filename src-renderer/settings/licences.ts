import { LICENCE_FILE } from '#shared/licences/licence-file.ts';
import { licenceListSchema, type ShippedPackage } from '#shared/licences/licence-list.ts';

/** The list that the build has laid beside the page. @throws Error where it is not there or damaged */
export async function readLicences(): Promise<ShippedPackage[]> {
  const response = await fetch(LICENCE_FILE);
  if (!response.ok) throw new Error(`The list of licences was not served: ${response.status}`);
  return licenceListSchema.parse(await response.json());
}

/** Those whose name, licence or models hold what was typed. */
export function licencesMatching(
  packages: readonly ShippedPackage[],
  search: string,
): ShippedPackage[] {
  const typed = search.trim().toLowerCase();
  return packages.filter(({ name, licence, models }) =>
    [name, licence, ...models].some((one) => one.toLowerCase().includes(typed)),
  );
}
