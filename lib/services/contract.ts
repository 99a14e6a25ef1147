/** What the background asks others for, when the user wants it. Read next: call, client, server. */
import { z } from 'zod';
import { fields, type PaperChanges } from '../completion/fields';
import { type CompletionServiceName, completionNames } from '../completion/keys';
import { PaperId } from '../paper';
import type { Sending as SendingInput, Sent } from '../zotero/send';
import type { ServiceProblem } from './failure';

/** Every call may be repeated without harm: a message whose answer was lost is sent again. */
export interface Services {
  /** Sends saved papers to Zotero. */
  sendToZotero(sending: SendingInput): Promise<Sent>;
  /** The same, as soon as the browser allows it: whoever asks for the permission may be closed by the question. */
  sendWhenAllowed(sending: SendingInput): Promise<void>;
  /** The ones among `ids` that are in the user's Zotero, as far as the user wants that to be known. */
  inZotero(ids: PaperId[]): Promise<PaperId[]>;
  /** Asks Zotero now, whatever is remembered; resolves to how many identifiers it knows, or why it says nothing. */
  lookInZotero(): Promise<{ papers: number; problem?: ServiceProblem }>;
  /** Asks a service for what is missing of saved papers. What it finds is in the task; see lib/completion/task.ts. */
  startCompletion(task: { id: string; service: CompletionServiceName; papers: PaperId[] }): Promise<void>;
  /** Wakes the background, if it was ended in the middle. */
  goOnCompleting(): Promise<void>;
  /** Tries again after a problem. */
  retryCompletion(id: string): Promise<void>;
  /** Asks no more; what was found stays to be looked at. */
  stopCompletion(id: string): Promise<void>;
  /** Forgets the task, with what was found. */
  dropCompletion(id: string): Promise<void>;
  /** Writes these fields of what was found into the papers, and forgets the rest; resolves to what was changed. */
  applyCompletion(chosen: { id: string; papers: ChosenFields[] }): Promise<PaperChanges[]>;
  /** Takes back what `applyCompletion` has changed. */
  undoCompletion(made: PaperChanges[]): Promise<void>;
  /** Forgets which requests were made. */
  clearRequests(): Promise<void>;
}

export interface ChosenFields {
  id: PaperId;
  fields: PaperChanges['changes'][number]['field'][];
}

const Id = z.uuid();
const PaperIds = z.array(PaperId).max(50_000);
const Sending = z.object({ id: Id, papers: PaperIds, again: z.boolean().optional() });
const Field = z.enum(fields);
const Value = z.union([z.string().max(100_000), z.array(z.string().max(1000)).max(20_000)]);
const Change = z.object({ field: Field, before: Value.exactOptional(), after: Value.exactOptional() });
const PapersChanged = z.array(z.object({ id: PaperId, changes: z.array(Change) })).max(50_000);

/** Accepts what each method accepts. A method without its schema does not compile. */
export const serviceInputs: { [M in keyof Services]: z.ZodType<Parameters<Services[M]>[0]> } = {
  sendToZotero: Sending,
  sendWhenAllowed: Sending,
  inZotero: PaperIds,
  lookInZotero: z.undefined(),
  startCompletion: z.object({
    id: Id,
    service: z.enum(completionNames),
    papers: PaperIds,
  }),
  goOnCompleting: z.undefined(),
  retryCompletion: Id,
  stopCompletion: Id,
  dropCompletion: Id,
  applyCompletion: z.object({ id: Id, papers: z.array(z.object({ id: PaperId, fields: z.array(Field) })).max(50_000) }),
  undoCompletion: PapersChanged,
  clearRequests: z.undefined(),
};

/** A call on its way to the background, and what comes back. */
export interface ServiceCall {
  service: keyof Services;
  input: unknown;
}
export type ServiceReply = { value: unknown } | { problem: ServiceProblem; detail: string } | { error: string };
