import { Text } from '@mantine/core';
import { getCountries } from 'libphonenumber-js';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatList } from '#renderer/app/format.ts';
import { countryName } from '#renderer/app/parts/country-select.tsx';
import type { StudentRowPreview, StudentsPlan } from '#shared/contract/imports.contract.ts';
import { type ApplyingProps, PreviewStep } from '../preview-step.tsx';
import type { PreviewRow } from '../preview-table.tsx';
import { listedWords, noteWords, verdictWords } from '../verdict-words.ts';
import { ZerosChoice } from '../zeros-choice.tsx';

interface StudentsPreviewProps extends ApplyingProps {
  plan: StudentsPlan;
  /** Where phone numbers without a country code are taken to be. */
  country: string | null;
  withoutZeros: boolean;
  /** The plan is being made anew. */
  planning: boolean;
  onWithoutZeros: (withoutZeros: boolean) => void;
}

function previewRow(row: StudentRowPreview): PreviewRow {
  const {
    line,
    studentNumber: number,
    fullName: name,
    className: where,
    verdict,
    notes,
    listedNumber,
  } = row;
  const words = [listedWords(listedNumber), verdictWords(verdict, row), noteWords(notes)];
  return {
    line: String(line),
    kind: verdict.kind,
    number,
    name,
    where,
    words: words.filter(Boolean).join(' · '),
  };
}

/** The third step: what the import would do, before it does anything. */
export function StudentsPreview({ plan, country, ...step }: StudentsPreviewProps) {
  const { t } = useTranslation('imports');
  const { counts, newClasses } = plan;
  const rows = useMemo(() => plan.rows.map(previewRow), [plan]);
  return (
    <PreviewStep
      {...step}
      busy={step.busy || step.planning}
      rows={rows}
      counts={counts}
      where={{ where: t('field.className') }}
      back={t('preview.back')}
      apply={(count) => t('preview.apply', { count })}
    >
      {plan.zeros && (
        <ZerosChoice
          zeros={plan.zeros}
          checked={step.withoutZeros}
          disabled={step.busy || step.planning}
          onChange={step.onWithoutZeros}
        />
      )}
      {newClasses.length > 0 && (
        <Text size="sm">
          {t('preview.newClasses', { count: newClasses.length, names: formatList(newClasses) })}
        </Text>
      )}
      {plan.rows.some(({ phones }) => phones.length > 0) && <PhoneNote country={country} />}
    </PreviewStep>
  );
}

/** How phone numbers are read, said beside what comes of it. */
function PhoneNote({ country }: { country: string | null }) {
  const { t } = useTranslation('imports');
  const known = getCountries().find((code) => code === country);
  return (
    <Text size="sm">
      {known ? t('country.inPreview', { country: countryName(known) }) : t('country.inPreviewNone')}
    </Text>
  );
}
