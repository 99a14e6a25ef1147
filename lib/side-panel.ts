/** The side panel: the saved papers beside the page. */
import { browser } from 'wxt/browser';

const command = 'side-panel';

/** Firefox calls it a sidebar, and has no types for it here. */
interface Sidebar {
  sidebarAction: { open(): Promise<void> };
}

/** Opens the side panel of a window. Must be called right from a click or a key. */
export function openSidePanel(windowId: number): Promise<void> {
  if (import.meta.env.FIREFOX) return (browser as unknown as Sidebar).sidebarAction.open();
  return browser.sidePanel.open({ windowId });
}

/** Opens it by a keyboard command; Firefox does so by itself. Must be called at the top level of the background. */
export function serveSidePanel(): void {
  if (import.meta.env.FIREFOX) return;
  browser.commands.onCommand.addListener((name, tab) => {
    if (name !== command || tab?.windowId === undefined) return;
    openSidePanel(tab.windowId).catch((error) => console.error('Papergloss could not open the side panel.', error));
  });
}
