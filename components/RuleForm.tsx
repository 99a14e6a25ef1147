import { type FormEvent, useId, useRef, useState } from 'react';
import { maxRuleLength, type Rule, type RuleField, ruleFields, ruleKey } from '../lib/rules';
import { t } from '../lib/text';

type RuleText = Omit<Rule, 'id'>;

interface Props {
  /** The rule that is changed; none for a new one. */
  rule?: Rule;
  /** All rules: none may be there twice. */
  rules: Rule[];
  save(rule: RuleText): void;
  cancel?(): void;
}

const acts = ['follow', 'mute'] as const;
const usual: RuleText = { act: 'follow', field: 'words', text: '' };

/** What to follow or mute, and by what. Without `cancel` it stays open for the next rule. */
export function RuleForm({ rule, rules, save, cancel }: Props) {
  const [draft, setDraft] = useState<RuleText>(rule ?? usual);
  const [problem, setProblem] = useState<string>();
  const field = useRef<HTMLInputElement>(null);
  const id = useId();

  const write = (news: Partial<RuleText>) => {
    setDraft({ ...draft, ...news });
    setProblem(undefined);
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = problemOf(
      draft,
      rules.filter((other) => other.id !== rule?.id),
    );
    setProblem(found);
    field.current?.focus();
    if (found) return;
    const { act, field: where, text } = draft;
    save({ act, field: where, text: text.trim() });
    setDraft({ ...draft, text: '' });
  };

  return (
    <form
      className="rule-form"
      aria-label={rule ? t('rules.editNamed', [rule.text]) : t('rules.new')}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) cancel?.();
      }}
    >
      <select
        aria-label={t('rules.act')}
        value={draft.act}
        onChange={(event) => write({ act: event.currentTarget.value as Rule['act'] })}
      >
        {acts.map((act) => (
          <option key={act} value={act}>
            {t(`rules.${act}`)}
          </option>
        ))}
      </select>
      <select
        aria-label={t('rules.field')}
        value={draft.field}
        onChange={(event) => write({ field: event.currentTarget.value as RuleField })}
      >
        {ruleFields.map((each) => (
          <option key={each} value={each}>
            {t(`rules.${each}`)}
          </option>
        ))}
      </select>
      <input
        ref={field}
        type="text"
        // biome-ignore lint/a11y/noAutofocus: the user asked to edit it.
        autoFocus={rule !== undefined}
        autoComplete="off"
        aria-label={t('rules.text')}
        aria-describedby={`${id}hint ${id}problem`}
        aria-invalid={problem !== undefined}
        maxLength={maxRuleLength}
        value={draft.text}
        onChange={(event) => write({ text: event.currentTarget.value })}
      />
      <button type="submit">{t(rule ? 'rules.save' : 'rules.add')}</button>
      {cancel && (
        <button type="button" onClick={cancel}>
          {t('options.cancel')}
        </button>
      )}
      <p id={`${id}hint`} className="hint">
        {t(`rules.${draft.field}Text`)}
      </p>
      <p id={`${id}problem`} className="failure" role="alert">
        {problem}
      </p>
    </form>
  );
}

/** Why a rule cannot be, if so: it looks for nothing, or another one does it already, or the contrary. */
function problemOf(rule: RuleText, others: Rule[]): string | undefined {
  const key = ruleKey(rule);
  if (key === '') return t('rules.empty');
  const twin = others.find((other) => ruleKey(other) === key);
  return twin && t(twin.act === 'follow' ? 'rules.followedAlready' : 'rules.mutedAlready', [twin.text]);
}
