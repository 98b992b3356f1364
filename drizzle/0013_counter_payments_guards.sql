-- What a régie wrote is corrected by a new row, never by changing the old one.
create trigger payment_cancellations_append_only before update or delete or truncate on payment_cancellations
  for each statement execute function is_append_only();
--> statement-breakpoint
create trigger day_closings_append_only before update or delete or truncate on day_closings
  for each statement execute function is_append_only();
--> statement-breakpoint
create trigger refund_decisions_append_only before update or delete or truncate on refund_decisions
  for each statement execute function is_append_only();
