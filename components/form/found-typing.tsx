/** Said once what was typed before the page was loaded again stands in the form. */
export const FoundTyping = () => (
  <p role="status" className="text-sm text-ink-2">
    Votre saisie a été retrouvée : rien n’est encore enregistré.
  </p>
);
