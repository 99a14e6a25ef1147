import { useState, useSyncExternalStore } from 'react';
import { folded } from '../lib/fold';
import type { Rule } from '../lib/rules';
import type { LiveSettings } from '../lib/settings';
import { t } from '../lib/text';
import { OptionsSection } from './OptionsSection';
import { OutcomeLine, useOutcome } from './Outcome';
import { RuleForm } from './RuleForm';
import { RuleItem, ruleName } from './RuleItem';

/** With more rules than these, one wants to look for one. */
const many = 10;

/** What to follow and what to mute. */
export function RuleOptions({ settings }: { settings: LiveSettings }) {
  const { rules } = useSyncExternalStore(settings.subscribe, () => settings.current);
  const [search, setSearch] = useState('');
  const told = useOutcome();
  const isLong = rules.length > many;
  const shown = isLong ? rules.filter(({ text }) => folded(text).includes(folded(search.trim()))) : rules;

  const change = (act: (rules: Rule[]) => Rule[]) => settings.change((now) => ({ rules: act(now.rules) }));

  const add = (rule: Omit<Rule, 'id'>) => {
    setSearch('');
    return told.attempt(() => change((all) => [{ ...rule, id: crypto.randomUUID() }, ...all]), {
      text: t('rules.added', [ruleName(rule)]),
    });
  };

  const save = (rule: Rule) =>
    told.attempt(() => change((all) => all.map((each) => (each.id === rule.id ? rule : each))), {
      text: t('rules.saved', [ruleName(rule)]),
    });

  const remove = (rule: Rule) => {
    const place = rules.indexOf(rule);
    return told.attempt(() => change((all) => all.filter(({ id }) => id !== rule.id)), {
      text: t('rules.removed', [ruleName(rule)]),
      undo: () => change((all) => all.toSpliced(place, 0, rule)),
    });
  };

  return (
    <OptionsSection title={t('rules.title')} text={t('rules.about')}>
      <RuleForm rules={rules} save={add} />
      {isLong && (
        <div className="find">
          <input
            type="search"
            aria-label={t('rules.find')}
            placeholder={t('rules.find')}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
          <span role="status">{t('rules.count', [String(shown.length), String(rules.length)])}</span>
        </div>
      )}
      {shown.length > 0 && (
        <ul aria-label={t('rules.list')}>
          {shown.map((rule) => (
            <RuleItem key={rule.id} {...{ rule, rules, save }} remove={() => remove(rule)} />
          ))}
        </ul>
      )}
      <OutcomeLine {...told} />
    </OptionsSection>
  );
}
