import { randomUUID } from "node:crypto";
import { EventEmitter, once } from "node:events";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { startPeer } from "../gateways/peer";

const SERVICE =
  "http://securite.service.tpa.cp.finances.gouv.fr/services/mas_securite/contrat_paiement_securise/PaiementSecuriseService";

type Known = { request: Record<string, string>; said?: Record<string, string> };
type Trouble = "502" | "999" | "T1";

/** PayFiP at the other end of a real wire, for the tests of one file: it opens payments, and says what it was told to say. */
export function aPayfipBank() {
  const known = new Map<string, Known>();
  const state: { trouble?: Trouble; calls: string[]; after: Map<string, Promise<unknown>> } = {
    calls: [],
    after: new Map(),
  };
  const asked = new EventEmitter();

  function answer(body: string) {
    const operation = /<pai:(\w+)>/.exec(body)?.[1] ?? "";
    const fields = Object.fromEntries(
      [...body.matchAll(/<(\w+)>([^<]*)<\/\1>/g)].map(([, name, value]) => [name, value]),
    );
    state.calls.push(operation);
    if (state.trouble === "502") return { status: 502, body: "<html>Bad Gateway</html>" };
    if (state.trouble === "999") return fault("999", "TechDysfonctionnementErreur");
    if (state.trouble) return fault(state.trouble);
    if (operation === "creerPaiementSecurise") return create(fields);
    return detail(fields.idOp ?? "");
  }

  function create(request: Record<string, string>) {
    const idOp = randomUUID();
    known.set(idOp, { request });
    return returned("creerPaiementSecurise", { idOp });
  }

  function detail(idOp: string) {
    const payment = known.get(idOp);
    if (!payment) return fault("P1");
    if (!payment.said) return fault("P5");
    const { exer, mel, montant, numcli, objet, refdet, saisie } = payment.request;
    const echo = { exer, mel, montant, numcli, objet, refdet, saisie };
    return returned("recupererDetailPaiementSecurise", { ...echo, idOp, ...payment.said });
  }

  let stop = () => {};
  beforeAll(async () => {
    const peer = await startPeer(async ({ body }) => {
      const idOp = /<idOp>([^<]*)</.exec(body)?.[1] ?? "";
      asked.emit(idOp);
      await state.after.get(idOp);
      return answer(body);
    });
    process.env.PAYFIP_URL = peer.url; // read by the first call of env(), which comes after
    stop = peer.stop;
  });
  beforeEach(() => {
    state.trouble = undefined;
    state.calls = [];
  });
  afterAll(() => stop());

  return {
    /** What the service will say of a payment from now on; `montant` and the like change what it echoes. */
    says(idOp: string | null, resultrans: string, changes: Record<string, string> = {}) {
      const payment = known.get(idOp ?? "");
      if (!payment) throw new Error(`PayFiP never opened ${idOp}`);
      const date = { dattrans: "09092026", heurtrans: "1001" };
      const numauto: Record<string, string> = /[PV]/.test(resultrans) ? { numauto: "A55A01" } : {};
      payment.said = { resultrans, ...date, ...numauto, ...changes };
    },
    /** What it was asked to open. */
    requestOf: (idOp: string | null) => known.get(idOp ?? "")?.request,
    forgets: (idOp: string | null) => known.delete(idOp ?? ""),
    isInTrouble(trouble?: Trouble) {
      state.trouble = trouble;
    },
    /** Answers about the first only once it has been asked about the second. */
    answersAfter(first: string | null, second: string | null) {
      state.after.set(first ?? "", once(asked, second ?? ""));
    },
    calls: () => state.calls,
  };
}

const envelope = (content: string, status = 200) => ({
  status,
  headers: { "Content-Type": "text/xml; charset=utf-8" },
  body: `<?xml version="1.0"?><S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Body>${content}</S:Body></S:Envelope>`,
});

function returned(operation: string, fields: Record<string, string | undefined>) {
  const elements = Object.entries(fields).map(([name, value]) => `<${name}>${value}</${name}>`);
  return envelope(
    `<ns2:${operation}Response xmlns:ns2="${SERVICE}"><return>${elements.join("")}</return></ns2:${operation}Response>`,
  );
}

const fault = (code: string, element = "FonctionnelleErreur") =>
  envelope(
    `<S:Fault><faultcode>S:Server</faultcode><faultstring>${element}</faultstring><detail>` +
      `<ns2:${element} xmlns:ns2="${SERVICE}"><code>${code}</code><descriptif/><libelle>Refus. </libelle><severite>2</severite></ns2:${element}>` +
      "</detail></S:Fault>",
    500,
  );
