import { Alert, Autocomplete, Group, Paper, Stack, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { CountrySelect } from '#renderer/app/parts/country-select.tsx';
import { api } from '#renderer/app/query-client.ts';
import { usePhoneCountry } from '#renderer/app/use-phone-country.ts';
import { ColumnTable } from '../column-table.tsx';
import type { ListChoice } from '../list-choice.ts';
import { SheetChoice } from '../sheet-choice.tsx';
import { StepHead } from '../step-head.tsx';

/** What is said of a list of students before it is compared with the register. */
export interface StudentsDraft {
  choice: ListChoice;
  /** The class of rows that name none; '' for none. */
  className: string;
  country: string | null;
  /** Whether IDs are matched without the zeros in front. */
  withoutZeros: boolean;
}

interface StudentsColumnsProps {
  draft: StudentsDraft;
  busy: boolean;
  onChange: (draft: StudentsDraft) => void;
  onBack: () => void;
  onNext: () => void;
}

/** What is missing before the list can be compared; null: nothing. */
export function missingField({ choice, className }: StudentsDraft) {
  const has = new Set(choice.fields);
  if (!has.has('studentNumber')) return 'studentNumber';
  if (!(has.has('fullName') || has.has('firstName') || has.has('lastName'))) return 'fullName';
  return has.has('className') || className.trim() !== '' ? null : 'className';
}

/** The second step: what each column means. */
export function StudentsColumns({ draft, busy, onChange, onBack, onNext }: StudentsColumnsProps) {
  const { t } = useTranslation(['imports', 'app']);
  const { choice } = draft;
  const missing = missingField(draft);
  const setChoice = (next: ListChoice) => onChange({ ...draft, choice: next });
  return (
    <Stack>
      <StepHead
        title={t('columns.title')}
        about={t('columns.about', { name: choice.file.fileName, count: choice.sheet.rows })}
        back={{ words: t('otherFile'), onClick: onBack }}
        next={{ words: t('columns.next'), disabled: missing !== null, busy, onClick: onNext }}
      />
      {missing !== null && (
        <Alert color="yellow" icon={<IconInfoCircle aria-hidden />} role="status">
          {t(`columns.missing.${missing}`)}
        </Alert>
      )}
      <Paper p="md">
        <Stack>
          <SheetChoice choice={choice} onChange={setChoice} />
          {choice.sheet.headingRow === null && <Text size="sm">{t('columns.noHeadings')}</Text>}
          <ColumnTable kind="students" choice={choice} onChange={setChoice} />
          <ForAllRows draft={draft} onChange={onChange} />
        </Stack>
      </Paper>
    </Stack>
  );
}

const COUNTRY_HINTS = {
  school: 'country.hint',
  guess: 'country.guessed',
  nobody: 'country.choose',
} as const;

type ForAllRowsProps = Pick<StudentsColumnsProps, 'draft' | 'onChange'>;

/** What holds for rows that do not say it themselves. */
function ForAllRows({ draft, onChange }: ForAllRowsProps) {
  const { t } = useTranslation('imports');
  const classes = useQuery(api.people.classes.list.queryOptions({ input: {} }));
  const { country, saidBy } = usePhoneCountry();
  const isGuess = saidBy === 'guess' && draft.country === country;
  const said = saidBy === 'school' ? 'school' : isGuess ? 'guess' : 'nobody';
  const hasPhones = draft.choice.fields.some((field) => field?.endsWith('Phone'));
  return (
    <Group align="flex-start" grow preventGrowOverflow={false}>
      <Autocomplete
        label={t('className.label')}
        description={t('className.hint')}
        maw={420}
        maxLength={120}
        data={(classes.data ?? []).map(({ name }) => name)}
        value={draft.className}
        onChange={(className) => onChange({ ...draft, className })}
      />
      {hasPhones && (
        <CountrySelect
          label={t('country.label')}
          description={t(COUNTRY_HINTS[said])}
          value={draft.country}
          onChange={(country) => onChange({ ...draft, country })}
        />
      )}
    </Group>
  );
}
