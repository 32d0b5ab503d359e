import { Autocomplete, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { CountrySelect } from '#renderer/app/parts/country-select.tsx';
import { api } from '#renderer/app/query-client.ts';
import { usePhoneCountry } from '#renderer/app/use-phone-country.ts';
import { ColumnsStep } from '../columns-step.tsx';
import type { ListChoice } from '../list-choice.ts';

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

export function StudentsColumns({ draft, busy, onChange, onBack, onNext }: StudentsColumnsProps) {
  const { t } = useTranslation('imports');
  const missing = missingField(draft);
  return (
    <ColumnsStep
      kind="students"
      choice={draft.choice}
      missing={missing && t(`columns.missing.${missing}`)}
      next={t('columns.next')}
      busy={busy}
      onChange={(choice) => onChange({ ...draft, choice })}
      onBack={onBack}
      onNext={onNext}
    >
      <ForAllRows draft={draft} onChange={onChange} />
    </ColumnsStep>
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
