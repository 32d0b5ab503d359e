import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { errorCode, errorData } from '#renderer/app/error-code.ts';
import { api, queryClient } from '#renderer/app/query-client.ts';
import { showError } from '#renderer/app/toast.tsx';
import type { SchoolClass, Subject } from '#shared/contract/people.contract.ts';
import type { Session, SessionSummary } from '#shared/contract/register.contract.ts';
import { lastSubjectOf } from './use-today.ts';

export interface StartChoices {
  classes: readonly SchoolClass[];
  subjects: readonly Subject[];
  open: readonly Session[];
  recent: readonly SessionSummary[];
}

function onlyOne(items: readonly { id: string }[]): string | null {
  return items.length === 1 ? (items[0]?.id ?? null) : null;
}

/** Starts a session and goes to it; one that is already open for the class is gone to instead. */
function useStart() {
  const navigate = useNavigate();
  const go = (sessionId: string) =>
    navigate({ to: '/sessions/$sessionId/live', params: { sessionId } });
  const start = useMutation(
    api.register.start.mutationOptions({
      meta: { showsOwnErrors: true },
      onSuccess: async (session) => {
        await queryClient.invalidateQueries({ queryKey: api.register.key() });
        await go(session.id);
      },
      onError: async (error) => {
        const { sessionId } = errorData(error);
        if (errorCode(error) === 'SESSION_OPEN' && typeof sessionId === 'string') {
          await go(sessionId);
        } else showError(error);
      },
    }),
  );
  return { start, go };
}

/** The choice of class and subject, and the one button. */
export function useStartRegister({ classes, subjects, open, recent }: StartChoices) {
  const [chosenClass, setClass] = useState<string | null>(null);
  const [chosenSubject, setSubject] = useState<string | null>(null);
  const { start, go } = useStart();
  const classId = chosenClass ?? onlyOne(classes);
  const usual = classId ? lastSubjectOf(classId, recent) : null;
  const subjectId = chosenSubject ?? usual ?? onlyOne(subjects);
  const schoolClass = classes.find((one) => one.id === classId) ?? null;
  const running = open.find((session) => session.classId === classId) ?? null;

  function press() {
    if (running) void go(running.id);
    else if (classId && subjectId) start.mutate({ classId, subjectId });
  }

  return {
    classId,
    subjectId: subjects.some((subject) => subject.id === subjectId) ? subjectId : null,
    setClass,
    setSubject,
    schoolClass,
    running,
    busy: start.isPending,
    ready: running !== null || (Boolean(subjectId) && (schoolClass?.studentCount ?? 0) > 0),
    press,
  };
}
