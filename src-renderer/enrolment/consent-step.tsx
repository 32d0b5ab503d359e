import {
  Button,
  Checkbox,
  Group,
  Paper,
  Radio,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { must } from '#renderer/app/must.ts';
import { Loaded } from '#renderer/app/parts/loaded.tsx';
import { api, queryClient } from '#renderer/app/query-client.ts';
import { nameSchema } from '#shared/contract/base.ts';
import { type Consent, consentSchema } from '#shared/contract/enrolment.contract.ts';
import type { Student } from '#shared/contract/people.contract.ts';
import classes from './consent-step.module.css';

/** Reads out what is agreed to, and records who agreed. */
export function ConsentStep({ student }: { student: Student }) {
  const { t } = useTranslation('enrolment');
  const text = useQuery(api.enrolment.consentText.queryOptions());
  return (
    <Loaded query={text}>
      {(consent) => (
        <div className={classes.columns}>
          <Paper
            component="section"
            className={classes.text}
            tabIndex={0}
            aria-label={t('consent.textTitle')}
          >
            {consent.text.split('\n\n').map((paragraph) => (
              <Text key={paragraph} mb="sm" size="sm">
                {paragraph}
              </Text>
            ))}
          </Paper>
          <Paper component="section">
            <Title order={2} mb={4}>
              {t('consent.title')}
            </Title>
            <Text size="sm" c="dimmed" mb="md">
              {t('consent.about')}
            </Text>
            <ConsentForm student={student} textVersion={consent.version} />
          </Paper>
        </div>
      )}
    </Loaded>
  );
}

interface ConsentFormProps {
  student: Student;
  textVersion: string;
}

interface Values {
  givenBy: string;
  /** Null until it is chosen: nobody agrees to what was filled in for them. */
  relation: Consent['relation'] | null;
  method: Consent['method'] | null;
  agreed: boolean;
}

function useConsentForm({ student, textVersion }: ConsentFormProps) {
  const { t } = useTranslation('enrolment');
  const form = useForm<Values>({
    initialValues: { givenBy: '', relation: null, method: null, agreed: false },
    validate: {
      givenBy: must(nameSchema, t('consent.givenByInvalid')),
      relation: (relation) => (relation ? null : t('consent.relationMissing')),
      method: (method) => (method ? null : t('consent.methodMissing')),
      agreed: (agreed) => (agreed ? null : t('consent.agreedMissing')),
    },
  });
  const record = useMutation(
    api.enrolment.recordConsent.mutationOptions({
      onSuccess: () =>
        Promise.all([
          queryClient.invalidateQueries({ queryKey: api.enrolment.key() }),
          queryClient.invalidateQueries({ queryKey: api.people.key() }),
        ]),
    }),
  );
  const submit = form.onSubmit(({ givenBy, relation, method }) => {
    if (relation && method) {
      record.mutate({ studentId: student.id, textVersion, givenBy, relation, method });
    }
  });
  return { form, submit, busy: record.isPending };
}

function ConsentForm(props: ConsentFormProps) {
  const { t } = useTranslation('enrolment');
  const { form, submit, busy } = useConsentForm(props);
  const { givenBy, relation } = form.values;
  const setRelation = (chosen: string) => {
    form.setFieldValue('relation', consentSchema.shape.relation.parse(chosen));
    if (chosen === 'student') form.setFieldValue('givenBy', props.student.fullName);
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Radio.Group
          label={t('consent.relation')}
          value={relation}
          onChange={setRelation}
          error={form.errors.relation}
        >
          <Group gap="md" mt={6}>
            {consentSchema.shape.relation.options.map((option) => (
              <Radio key={option} value={option} label={t(`consent.relations.${option}`)} />
            ))}
          </Group>
        </Radio.Group>
        <TextInput
          label={t('consent.givenBy')}
          placeholder={t('consent.givenByHint')}
          autoComplete="off"
          required
          withAsterisk={false}
          {...form.getInputProps('givenBy')}
        />
        <Radio.Group label={t('consent.method')} {...form.getInputProps('method')}>
          <Group gap="md" mt={6}>
            {consentSchema.shape.method.options.map((option) => (
              <Radio key={option} value={option} label={t(`consent.methods.${option}`)} />
            ))}
          </Group>
        </Radio.Group>
        <Checkbox
          label={givenBy ? t('consent.agreed', { name: givenBy }) : t('consent.agreedUnnamed')}
          {...form.getInputProps('agreed', { type: 'checkbox' })}
        />
        <Group>
          <Button type="submit" loading={busy}>
            {t('consent.record')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
