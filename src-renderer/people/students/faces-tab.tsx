import { SimpleGrid } from '@mantine/core';
import type { Student } from '#shared/contract/people.contract.ts';
import { ConsentCard } from './consent-card.tsx';
import { ViewsCard } from './views-card.tsx';

/** Whether this face may be stored, and what is stored of it. */
export function FacesTab({ student }: { student: Student }) {
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} style={{ alignItems: 'start' }}>
      <ViewsCard student={student} />
      <ConsentCard student={student} />
    </SimpleGrid>
  );
}
