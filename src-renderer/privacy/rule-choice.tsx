import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { RETENTION, type RetentionRule } from '#shared/privacy/retention.ts';

/** In the unit of each rule; others are kept where somebody has chosen them. */
const OFFERED: Record<RetentionRule, readonly number[]> = {
  unusedFaces: [3, 6, 12, 18, 24],
  formerStudents: [1, 2, 3, 5, 10, 20],
  activity: [1, 2, 3, 5, 10],
  importCopies: [7, 30, 90, 365],
  absenceReasons: [1, 3, 6, 12, 24],
};
const NEVER = 'never';

interface RuleChoiceProps {
  rule: RetentionRule;
  value: number | null;
  onChange: (value: number | null) => void;
}

/** After how long something goes, or that it never does. */
export function RuleChoice({ rule, value, onChange }: RuleChoiceProps) {
  const { t } = useTranslation('privacy');
  const { unit } = RETENTION[rule];
  const offered = [...new Set([...OFFERED[rule], ...(value === null ? [] : [value])])];
  return (
    <Select
      label={t(`retention.rules.${rule}`)}
      description={t(`retention.hints.${rule}`)}
      maw={560}
      allowDeselect={false}
      data={[
        { value: NEVER, label: t('retention.never') },
        ...offered
          .toSorted((one, other) => one - other)
          .map((count) => ({
            value: String(count),
            label: t(`retention.after.${unit}`, { count }),
          })),
      ]}
      value={value === null ? NEVER : String(value)}
      onChange={(chosen) => onChange(chosen === NEVER ? null : Number(chosen))}
    />
  );
}
