import { shortInstant } from "@/lib/core/format-date";

type Notice = {
  id: number;
  reference: string;
  method: string;
  body: string;
  status: number | null;
  answer: string;
  sentAt: Date;
};

/** What was sent to the portal and what it answered; each can be sent again as it was. */
export function NoticeTable({ notices }: { notices: Notice[] }) {
  if (notices.length === 0) return <p className="bank-hint">Aucune notification pour l’instant.</p>;
  return (
    <div className="bank-scroll">
      <table>
        <caption className="sr-only">Dernières notifications envoyées au portail</caption>
        <thead>
          <tr>
            <th scope="col">Envoyée le</th>
            <th scope="col">Paiement</th>
            <th scope="col">Réponse du portail</th>
            <th scope="col">Message</th>
            <th scope="col">Opérations</th>
          </tr>
        </thead>
        <tbody>
          {notices.map((notice) => (
            <tr key={notice.id}>
              <td>{shortInstant(notice.sentAt)}</td>
              <th scope="row">{notice.reference}</th>
              <td>{`${notice.status ?? "aucune"} ${notice.answer}`}</td>
              <td>
                <details>
                  <summary>{notice.method}</summary>
                  <code>{notice.body}</code>
                </details>
              </td>
              <td>
                <form method="post" action={`/simulateurs/notifications/${notice.id}/renvoi`}>
                  <button type="submit" className="bank-button small">
                    Renvoyer
                  </button>
                </form>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
