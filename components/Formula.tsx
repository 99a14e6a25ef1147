import { useEffect, useRef, useState } from 'react';
import { mathLetters } from '../lib/math-letters';
import { t } from '../lib/text';

interface Props {
  tex: string;
  isDisplay: boolean;
}

/** Characters of TeX that are set: a page of formulas, not a book. */
const longest = 5000;

/** TeX as MathML, which browsers show and read aloud. What cannot be shown so stays as it was typed. */
export function Formula({ tex, isDisplay }: Props) {
  const place = useRef<HTMLSpanElement>(null);
  const [state, setState] = useState<'loading' | 'shown' | { problem: string }>('loading');

  useEffect(() => {
    const controller = new AbortController();
    const show = async () => {
      if (tex.length > longest) throw new Error(`${tex.length} characters`);
      const { default: katex } = await import('katex');
      if (!place.current || controller.signal.aborted) return;
      katex.render(tex, place.current, { displayMode: isDisplay, output: 'mathml', trust: false, ...bounds });
      for (const letters of place.current.querySelectorAll(':is(mi, mn)[mathvariant]')) style(letters);
      setState('shown');
    };
    show().catch((error) => {
      if (!controller.signal.aborted) setState({ problem: String(error) });
    });
    return () => controller.abort();
  }, [tex, isDisplay]);

  const dollars = isDisplay ? '$$' : '$';
  return (
    <span className="formula" data-display={isDisplay || undefined}>
      {/* What KaTeX puts here is none of React's. */}
      <span ref={place} hidden={state !== 'shown'} />
      {state !== 'shown' && <code>{dollars + tex + dollars}</code>}
      {typeof state === 'object' && (
        <span className="hint" title={state.problem}>
          {t('note.noFormula')}
        </span>
      )}
    </span>
  );
}

/** No formula takes long or grows over the page; strange ones are no matter for the console. */
const bounds = { maxExpand: 200, maxSize: 20, strict: 'ignore', throwOnError: true } as const;

/** KaTeX writes `mathvariant`, of which MathML has kept only `normal`. */
function style(letters: Element): void {
  const styled = mathLetters(letters.textContent, letters.getAttribute('mathvariant') ?? '');
  if (!styled) return;
  letters.textContent = styled;
  letters.removeAttribute('mathvariant');
}
