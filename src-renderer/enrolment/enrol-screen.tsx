import { Box } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Loaded } from '#renderer/app/parts/loaded.tsx';
import { api } from '#renderer/app/query-client.ts';
import { assertNever } from '#shared/assert-never.ts';
import type { Student } from '#shared/contract/people.contract.ts';
import { ApprovalStep } from './approval-step.tsx';
import { CameraStep } from './camera-step.tsx';
import { clearCapture, useCaptureStore } from './capture-store.ts';
import { ConsentStep } from './consent-step.tsx';
import { EnrolFrame } from './enrol-frame.tsx';
import { FilesStep } from './files-step.tsx';
import { SavedStep } from './saved-step.tsx';
import { SourceStep } from './source-step.tsx';

/** Enrols one student's face, from consent to approval. */
export function EnrolScreen() {
  const { studentId } = useParams({ from: '/students/$studentId/enrol' });
  const student = useQuery(api.people.students.get.queryOptions({ input: { id: studentId } }));
  return (
    <Box p={{ base: 'md' }}>
      <Loaded query={student}>{(found) => <Enrolment key={found.id} student={found} />}</Loaded>
    </Box>
  );
}

function Enrolment({ student }: { student: Student }) {
  useEffect(() => {
    clearCapture();
    return clearCapture;
  }, []);
  const consents = useQuery(
    api.enrolment.consents.queryOptions({ input: { studentId: student.id } }),
  );
  const step = useCaptureStore((state) => state.step);
  return (
    <Loaded query={consents}>
      {(given) => {
        const agreed = given.some((consent) => consent.withdrawnAt === null);
        return (
          <EnrolFrame student={student} step={agreed ? step : 'consent'}>
            {agreed ? <Step student={student} /> : <ConsentStep student={student} />}
          </EnrolFrame>
        );
      }}
    </Loaded>
  );
}

function Step({ student }: { student: Student }) {
  const step = useCaptureStore((state) => state.step);
  switch (step) {
    case 'source':
      return <SourceStep />;
    case 'camera':
      return <CameraStep />;
    case 'files':
      return <FilesStep />;
    case 'approval':
      return <ApprovalStep student={student} />;
    case 'saved':
      return <SavedStep student={student} />;
    default:
      return assertNever(step);
  }
}
