import { Card } from "@/components/ui/card";

type Props = { preview: { subject: string; html: string; text: string } | undefined };

/** The message as a family would receive it: without script, and without anything from elsewhere. */
export function WordingPreview({ preview }: Props) {
  return (
    <Card className="overflow-hidden" aria-labelledby="apercu">
      <div className="border-b border-line px-5 py-3">
        <h2 id="apercu">Aperçu</h2>
        <p className="text-sm text-ink-2">Avec des informations inventées.</p>
      </div>
      {preview && (
        <>
          <p className="px-5 py-3">
            <span className="text-ink-2">Objet : </span>
            <span className="font-semibold">{preview.subject}</span>
          </p>
          <iframe
            title="Aperçu du message"
            sandbox=""
            srcDoc={preview.html}
            className="block h-140 w-full border-y border-line bg-white"
          />
          <details className="px-5 py-3">
            <summary className="cursor-pointer font-semibold">Version texte</summary>
            <pre className="mt-2 overflow-x-auto font-sans text-sm whitespace-pre-wrap">{preview.text}</pre>
          </details>
        </>
      )}
    </Card>
  );
}
