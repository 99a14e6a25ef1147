import { type ReactNode, useEffect, useRef } from 'react';

interface Props {
  title: string;
  /** The first step leaves the focus where the window puts it. */
  isFirst?: boolean;
  children: ReactNode;
}

/** One step of several: it takes the focus when it comes, since the button that led here is gone. */
export function Step({ title, isFirst = false, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!isFirst) heading.current?.focus();
  }, [isFirst]);
  return (
    <>
      <h3 ref={heading} tabIndex={-1}>
        {title}
      </h3>
      {children}
    </>
  );
}
