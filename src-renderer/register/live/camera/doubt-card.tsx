import { Button, Group, Paper, Text } from '@mantine/core';
import i18next from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { rollcall } from '#renderer/app/rollcall-client.ts';
import type { RosterEntry, SessionDetail } from '#shared/contract/register.contract.ts';
import { arrivalStatus } from '#shared/register/late-rule.ts';
import { LookBadge } from '../../status-badge.tsx';
import { markByHand } from '../list/mark-by-hand.ts';
import { useLiveStore } from '../live-store.ts';
import { dismissFace } from './dismiss-face.ts';
import { openDoubts } from './doubts.ts';

const idsOf = (question: readonly RosterEntry[]) => question.map(({ studentId }) => studentId);

function dismiss(sessionId: string, question: readonly RosterEntry[]): Promise<void> {
  const names = question.map(({ fullName }) => fullName).join(', ');
  return dismissFace(sessionId, idsOf(question), i18next.t('live:doubt.dismissed', { names }));
}

/** Asks whose face it was where recognition could not tell; one question at a time. */
export function DoubtCard({ session }: { session: SessionDetail }) {
  const { t } = useTranslation('live');
  const known = useLiveStore((state) => state.doubts);
  const questions = useMemo(() => openDoubts(known, session.roster), [known, session.roster]);
  const [question] = questions;
  if (!question) return null;
  const choose = ({ studentId }: RosterEntry) => {
    const { code } = arrivalStatus(Date.now(), session, session.statuses);
    const undoAlso = () =>
      rollcall.register
        .askAgain({ sessionId: session.id, studentIds: idsOf(question) })
        .then(() => {});
    void markByHand(session.id, { studentId, code }, undoAlso);
  };
  return (
    <Paper p="xs" role="status" style={{ flex: 'none' }}>
      <Question
        entries={question}
        onChoose={choose}
        onNone={() => void dismiss(session.id, question)}
      />
      {questions.length > 1 && (
        <Text size="xs" c="dimmed" mt={4}>
          {t('doubt.more', { count: questions.length - 1 })}
        </Text>
      )}
    </Paper>
  );
}

interface QuestionProps {
  entries: readonly RosterEntry[];
  onChoose: (entry: RosterEntry) => void;
  onNone: () => void;
}

function Question({ entries, onChoose, onNone }: QuestionProps) {
  const { t } = useTranslation('live');
  const [only, ...others] = entries;
  const single = others.length === 0;
  return (
    <>
      <Group gap="xs" mb={6} wrap="nowrap">
        <LookBadge look="unsure" size="sm" />
        <Text size="sm" fw={620}>
          {single ? t('doubt.was', { name: only?.fullName ?? '' }) : t('doubt.who')}
        </Text>
      </Group>
      <Group gap={6}>
        {entries.map((entry) => (
          <Button
            key={entry.studentId}
            size="compact-md"
            variant="light"
            onClick={() => onChoose(entry)}
          >
            {single ? t('doubt.yes') : entry.fullName}
          </Button>
        ))}
        <Button size="compact-md" variant="default" onClick={onNone}>
          {single ? t('doubt.no') : t('doubt.neither')}
        </Button>
      </Group>
    </>
  );
}
