import { Button } from '@mantine/core';
import { IconUserSearch, IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '#renderer/app/parts/link-button.tsx';
import { NothingYet } from '#renderer/app/parts/nothing-yet.tsx';
import { useIsAdmin } from '#renderer/app/standing.ts';

interface NoStudentsProps {
  /** Whether a search or a class narrows the list. */
  narrowed: boolean;
  hasClass: boolean;
  onClear: () => void;
  onAdd: () => void;
}

/** An empty list of students, and what to do about it. */
export function NoStudents({ narrowed, hasClass, onClear, onAdd }: NoStudentsProps) {
  const { t } = useTranslation('people');
  const admin = useIsAdmin();
  if (narrowed) {
    return (
      <NothingYet
        icon={<IconUserSearch aria-hidden />}
        title={t('students.noMatch.title')}
        advice={t('students.noMatch.advice')}
        action={
          <Button variant="default" onClick={onClear}>
            {t('students.noMatch.clear')}
          </Button>
        }
      />
    );
  }
  if (!admin) return <Empty advice={t('students.none.adviceTeacher')} />;
  if (hasClass) {
    return (
      <Empty
        advice={t('students.none.advice')}
        action={
          <>
            <LinkButton to="/import">{t('students.import')}</LinkButton>
            <Button variant="default" onClick={onAdd}>
              {t('students.add')}
            </Button>
          </>
        }
      />
    );
  }
  return (
    <Empty
      advice={t('students.none.adviceNoClass')}
      action={
        <>
          <LinkButton to="/import">{t('students.import')}</LinkButton>
          <LinkButton to="/classes" variant="default">
            {t('students.none.addClass')}
          </LinkButton>
        </>
      }
    />
  );
}

function Empty({ advice, action }: { advice: string; action?: React.ReactNode }) {
  const { t } = useTranslation('people');
  return (
    <NothingYet
      icon={<IconUsers aria-hidden />}
      title={t('students.none.title')}
      advice={advice}
      action={action}
    />
  );
}
