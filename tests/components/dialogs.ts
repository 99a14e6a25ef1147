/** Windows as browsers have them; jsdom does not. */
export function giveDialogs(): void {
  HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
    this.open = true;
  };
}
