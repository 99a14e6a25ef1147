import { type ReactNode, useId } from 'react';

interface Props {
  title: string;
  /** What it is about, in a sentence. */
  text?: string;
  /** By which an address leads here. */
  anchor?: string;
  children: ReactNode;
}

/** One part of the options. */
export function OptionsSection({ title, text, anchor, children }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id} id={anchor}>
      <h2 id={id}>{title}</h2>
      {text && <p>{text}</p>}
      {children}
    </section>
  );
}
