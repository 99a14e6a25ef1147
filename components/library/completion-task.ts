import { useEffect, useState } from 'react';
import { type CompletionTask, completionTask, onCompletionTask } from '../../lib/completion/task';
import { services } from '../../lib/services/client';

/** Milliseconds after which the background is woken, in case the browser has ended it in the middle. */
const patience = 5000;

/** What is being completed, live. While it is shown, it goes on. */
export function useCompletionTask(): CompletionTask | undefined {
  const [task, setTask] = useState<CompletionTask>();
  useEffect(() => {
    const controller = new AbortController();
    const look = () => completionTask().then((now) => !controller.signal.aborted && setTask(now));
    onCompletionTask(look, controller.signal);
    look();
    return () => controller.abort();
  }, []);
  const isAsking = task !== undefined && task.left.length > 0 && !task.problem;
  useEffect(() => {
    if (!isAsking) return;
    // What is wrong with it is seen in the task.
    const timer = setInterval(() => services.goOnCompleting().catch(() => {}), patience);
    return () => clearInterval(timer);
  }, [isAsking]);
  return task;
}
