import { useRef, useState } from 'react';
import type { Rule } from '../lib/rules';
import { t } from '../lib/text';
import { RuleForm } from './RuleForm';

interface Props {
  rule: Rule;
  rules: Rule[];
  save(rule: Rule): void;
  remove(): void;
}

/** One rule, to change or to take away. */
export function RuleItem({ rule, rules, save, remove }: Props) {
  const [isOpen, setOpen] = useState(false);
  const edit = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    edit.current?.focus();
  };
  return (
    <li>
      <p className="rule">
        <span className="hint">
          {t(`rules.${rule.act}`)} · {t(`rules.${rule.field}`)}
        </span>{' '}
        <bdi>{rule.text}</bdi>
      </p>
      <div className="buttons">
        <button
          type="button"
          ref={edit}
          aria-label={t('rules.editNamed', [ruleName(rule)])}
          aria-expanded={isOpen}
          onClick={() => (isOpen ? close() : setOpen(true))}
        >
          {t('rules.edit')}
        </button>
        <button type="button" aria-label={t('rules.removeNamed', [ruleName(rule)])} onClick={remove}>
          {t('rules.remove')}
        </button>
      </div>
      {isOpen && (
        <RuleForm
          {...{ rule, rules }}
          cancel={close}
          save={(changed) => {
            save({ ...changed, id: rule.id });
            close();
          }}
        />
      )}
    </li>
  );
}

/** `Mute, words: survey` */
export function ruleName({ act, field, text }: Omit<Rule, 'id'>): string {
  return t('rules.name', [t(`rules.${act}`), t(`rules.${field}`), text]);
}
