/** In the background: asks others, for the pages of the extension. */
import { browser } from 'wxt/browser';
import { prettifyError, ZodError } from 'zod';
import { applyCompletion } from '../completion/apply';
import { undoOf } from '../completion/fields';
import { dropCompletion, goOnCompleting, retryCompletion, startCompletion, stopCompletion } from '../completion/queue';
import { fillIn } from '../library/fill-in';
import { identifiedPapers } from '../library/identified-papers';
import { clearRequestLog } from '../request-log';
import { inZotero, lookInZotero } from '../zotero/known';
import { sendToZotero } from '../zotero/send';
import { serveWish, wishToSend } from '../zotero/wish';
import { type ServiceCall, type ServiceReply, type Services, serviceInputs } from './contract';
import { ServiceFailure } from './failure';

const services: Services = {
  sendToZotero: (sending) => sendToZotero(sending, identifiedPapers),
  sendWhenAllowed: wishToSend,
  inZotero,
  lookInZotero: async () => {
    const { ids, problem } = await lookInZotero();
    return { papers: ids.length, ...(problem && { problem }) };
  },
  startCompletion,
  goOnCompleting: async () => goOnCompleting(),
  retryCompletion,
  stopCompletion,
  dropCompletion,
  applyCompletion,
  undoCompletion: async (made) => {
    await fillIn(made.map(undoOf));
  },
  clearRequests: clearRequestLog,
};

/** What pages of the web may ask for: nothing that writes, and nothing that asks anybody but this computer. */
const forPages: (keyof Services)[] = ['inZotero'];

/** Answers every call, and goes on with what was begun. Must be called at the top level of the background. */
export function serveServices(): void {
  browser.runtime.onMessage.addListener((message: Partial<ServiceCall>, sender, sendResponse) => {
    const method = message?.service;
    if (!method || !Object.hasOwn(serviceInputs, method)) return;
    if (isOfTheWeb(sender) && !forPages.includes(method)) return;
    answer(method, message.input).then(sendResponse);
    return true; // The answer comes later.
  });
  serveWish(services.sendToZotero);
  goOnCompleting();
}

/** A content script; the pages of the extension, in tabs or not, have its own address. */
function isOfTheWeb({ tab, url }: { tab?: unknown; url?: string }): boolean {
  return tab !== undefined && !url?.startsWith(browser.runtime.getURL('/'));
}

async function answer(method: keyof Services, input: unknown): Promise<ServiceReply> {
  try {
    const parsed = serviceInputs[method].parse(input);
    return { value: await (services[method] as (input: unknown) => Promise<unknown>)(parsed) };
  } catch (error) {
    if (error instanceof ServiceFailure) return { problem: error.problem, detail: error.message };
    console.error(`Papergloss: ${method} failed.`, error);
    return { error: error instanceof ZodError ? prettifyError(error) : String(error) };
  }
}
