import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { SchoolClass, Subject } from '#shared/contract/people.contract.ts';
import type { Session, SessionSummary } from '#shared/contract/register.contract.ts';
import { useStart } from './use-start.ts';
import { lastSubjectOf } from './use-today.ts';

const route = getRouteApi('/');

export interface StartChoices {
  classes: readonly SchoolClass[];
  subjects: readonly Subject[];
  open: readonly Session[];
  recent: readonly SessionSummary[];
}

function onlyOne(items: readonly { id: string }[]): string | null {
  return items.length === 1 ? (items[0]?.id ?? null) : null;
}

/** The choice of class and subject, and the one button. */
export function useStartRegister({ classes, subjects, open, recent }: StartChoices) {
  const { classId: chosenClass } = route.useSearch();
  const navigate = useNavigate({ from: '/' });
  const [chosenSubject, setSubject] = useState<string | null>(null);
  const { begin, busy, go } = useStart();
  const known = classes.some(({ id }) => id === chosenClass);
  const classId = known && chosenClass ? chosenClass : onlyOne(classes);
  const usual = classId ? lastSubjectOf(classId, recent) : null;
  const subjectId = chosenSubject ?? usual ?? onlyOne(subjects);
  const schoolClass = classes.find((one) => one.id === classId) ?? null;
  const running = open.find((session) => session.classId === classId) ?? null;

  function setClass(id: string | null) {
    void navigate({ search: { classId: id ?? undefined }, replace: true });
  }
  function press() {
    if (running) void go(running.id);
    else if (classId && subjectId) begin({ classId, subjectId });
  }

  return {
    classId,
    subjectId: subjects.some((subject) => subject.id === subjectId) ? subjectId : null,
    setClass,
    setSubject,
    schoolClass,
    running,
    busy,
    ready: running !== null || (Boolean(subjectId) && (schoolClass?.studentCount ?? 0) > 0),
    press,
  };
}
