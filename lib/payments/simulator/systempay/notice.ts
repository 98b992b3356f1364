import { env } from "@/lib/core/env";
import { referenceOf } from "../../systempay/trans-key";
import type { Notice } from "../send-notice";

/** A notification to the address of the form, else to the one that the shop has in its back office. */
export function noticeOf(form: Record<string, string>, body: string): Notice {
  const { vads_site_id: siteId = "", vads_trans_date: date = "", vads_trans_id: transId = "" } = form;
  return {
    reference: referenceOf(siteId, date, transId),
    method: "POST",
    url: form.vads_url_check || `${env().appUrl}/api/paiements/systempay/notification`,
    body,
  };
}
