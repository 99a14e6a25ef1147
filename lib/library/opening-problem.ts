/** Why the database cannot be opened, in the terms in which the user can do something about it. */
export type OpeningProblem = 'future' | 'private' | 'full' | 'broken';

const problems: Record<string, OpeningProblem> = {
  VersionError: 'future',
  QuotaExceededError: 'full',
  // Firefox, where nothing may be kept: without a history, and in private windows of older versions.
  InvalidStateError: 'private',
  SecurityError: 'private',
  MissingAPIError: 'private',
  // Also “Internal error opening backing store”.
  UnknownError: 'broken',
  OpenFailedError: 'broken',
  DatabaseClosedError: 'broken',
  UpgradeError: 'broken',
  AbortError: 'broken',
};

/** What an error says of opening the database; nothing where it is about something else. */
export function openingProblemOf(error: unknown): OpeningProblem | undefined {
  const names: string[] = [];
  let each = error as { name?: unknown; inner?: unknown } | undefined;
  for (; typeof each === 'object' && each !== null && names.length < 9; each = each.inner as typeof each) {
    names.push(String(each.name));
  }
  // The innermost tells most.
  return names
    .reverse()
    .map((name) => (Object.hasOwn(problems, name) ? problems[name] : undefined))
    .find((problem) => problem !== undefined);
}
