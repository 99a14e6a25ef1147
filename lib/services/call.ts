import { browser } from 'wxt/browser';
import { isAlive } from '../library/client';
import { LibraryFailure } from '../library/failure';
import type { ServiceCall, ServiceReply, Services } from './contract';
import { ServiceFailure } from './failure';

/** The browser stops the background when it likes, even between a call and its answer: then we call again. */
const attempts = 3;

type Answer<M extends keyof Services> = Awaited<ReturnType<Services[M]>>;

/** Asks the background to ask somebody else. */
export async function call<M extends keyof Services>(method: M, input: Parameters<Services[M]>[0]): Promise<Answer<M>> {
  const message: ServiceCall = { service: method, input };
  for (let attempt = 1; ; attempt++) {
    if (!isAlive()) throw new LibraryFailure('reload', 'The extension was updated.');
    const reply: ServiceReply | undefined = await browser.runtime.sendMessage(message).catch((error) => {
      if (isAlive() && attempt >= attempts) throw error;
      return undefined;
    });
    if (reply && 'problem' in reply) throw new ServiceFailure(reply.problem, reply.detail);
    if (reply && 'error' in reply) throw new Error(reply.error);
    // Chrome leaves out a value that is undefined.
    if (reply) return reply.value as Answer<M>;
    if (isAlive() && attempt >= attempts) throw new Error('The background did not answer.');
  }
}
