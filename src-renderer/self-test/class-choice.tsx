import { Alert, Select, Stack } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loaded } from '#renderer/app/parts/loaded.tsx';
import { Problem } from '#renderer/app/parts/problem.tsx';
import { api } from '#renderer/app/query-client.ts';
import { type ClassUnderTest, useClass } from './use-class.ts';

interface ClassChoiceProps extends ClassUnderTest {
  disabled?: boolean;
}

/** Chooses the class whose faces a test compares with, and says when that is nobody. */
export function ClassChoice({ classId, onClass, disabled }: ClassChoiceProps) {
  const { t } = useTranslation('selfTest');
  const query = useQuery(api.people.classes.list.queryOptions({ input: {} }));
  return (
    <Loaded query={query}>
      {(classes) =>
        classes.length === 0 ? (
          <Notice words={t('noClasses')} />
        ) : (
          <Stack gap="xs">
            <Select
              label={t('class')}
              description={t('classHint')}
              maw={420}
              placeholder={t('chooseClass')}
              data={classes.map(({ id, name }) => ({ value: id, label: name }))}
              value={classId}
              onChange={(chosen) => chosen && onClass(chosen)}
              allowDeselect={false}
              disabled={disabled}
              searchable
            />
            <NoneEnrolled classId={classId} />
          </Stack>
        )
      }
    </Loaded>
  );
}

function NoneEnrolled({ classId }: { classId: string | null }) {
  const { t } = useTranslation('selfTest');
  const { noneEnrolled, error } = useClass(classId);
  if (error) return <Problem error={error} />;
  return noneEnrolled ? <Notice words={t('noneEnrolled')} /> : null;
}

function Notice({ words }: { words: string }) {
  return (
    <Alert color="yellow" icon={<IconInfoCircle aria-hidden />}>
      {words}
    </Alert>
  );
}
