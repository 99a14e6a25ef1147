/** What one kind of browser must be able to do, beyond what Puppeteer does alike in all. */
import type { Browser, Page } from 'puppeteer-core';
import type { Server } from './routes.ts';

export interface Start {
  executable: string;
  /** The folder of the built extension. */
  extension: string;
  /** The folder that keeps what the browser remembers. */
  profile: string;
  headless: boolean;
  /** What stands between the browser and the network; without it, the network is open. */
  network?: {
    /** The port of the wall. */
    wall: number;
    server: Server;
  };
}

export type Scheme = 'light' | 'dark';
/** What a user answers when an extension asks for a permission. */
export type Consent = 'Allow' | 'Deny';

export interface Driver {
  browser: Browser;
  /** The extension's id in this browser. */
  id: string;
  /** Opens a page of the extension, such as `popup.html`, in a tab. */
  openExtensionPage(path: string): Promise<Page>;
  /** Opens the popup as the toolbar button does, over this page. */
  openPopup(over: Page): Promise<Page>;
  /** Does what the keys of a command do over this page. */
  pressShortcut(command: string, over: Page): Promise<void>;
  /** Chooses the one item that the extension has in the context menu of this page, if the menu is there. */
  chooseMenuItem(item: string, over: Page): Promise<void>;
  /** Presses a button of the question that the browser asks; resolves to whether it asks one. */
  answerQuestion(answer: Consent): Promise<boolean>;
  /** Takes back the permission for hosts, as a user does in the browser's settings. */
  revokeHost(pattern: string): Promise<void>;
  /** Ends the background, as the browser does with an idle one; resolves when it is gone. */
  stopBackground(): Promise<void>;
  isBackgroundRunning(): Promise<boolean>;
  /** The text on the toolbar button over this page. */
  badge(over: Page): Promise<string>;
  /** What the system asks for: light or dark. */
  prefer(scheme: Scheme, pages: Page[]): Promise<void>;
  /** Collects what this page reports as an error from now on. */
  watch(page: Page): void;
  /** Hands over what was reported as an error since the last time: by watched pages, content scripts, background. */
  errors(): Promise<string[]>;
}

export const windowSize = { width: 1280, height: 900 };

/** A place of a page where one finds its own context menu, and not that of a link. */
export const emptyPlace = { x: 2, y: 2 };

/** An error and where it was thrown, for somebody who must find it. */
export function textOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.stack?.split('\n').slice(0, 4).join('\n') ?? error.message;
}
