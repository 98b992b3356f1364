export type Message = { text: string; tone?: "success" | "error"; undo?: () => void };

export const MESSAGE_ASKED = "message:asked";

/** Says briefly what just happened, with "Annuler" where it can be undone; `<Toasts/>` must stand in the layout. */
export function notify(text: string, options: Omit<Message, "text"> = {}): void {
  window.dispatchEvent(new CustomEvent<Message>(MESSAGE_ASKED, { detail: { text, ...options } }));
}
