/** Looks after every change of the page, from now on: whether something held each time. */
export function always(holds: () => boolean): () => boolean {
  let held = holds();
  const look = () => {
    held &&= holds();
  };
  const observer = new MutationObserver(look);
  observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  return () => {
    look();
    observer.disconnect();
    return held;
  };
}
