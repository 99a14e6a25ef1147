interface Props {
  count: number;
  /** What the papers are that are counted. */
  name: string;
  onClick(): void;
}

/** A number in a table, which finds the papers that it counts. */
export function CountCell({ count, name, onClick }: Props) {
  return (
    <td>
      {count > 0 ? (
        <button type="button" aria-label={name} onClick={onClick}>
          {count.toLocaleString()}
        </button>
      ) : (
        <span className="nothing">0</span>
      )}
    </td>
  );
}
