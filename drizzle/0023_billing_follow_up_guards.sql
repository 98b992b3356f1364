-- A certificate proves what it said on the day of its issue, and a reminder was sent: neither changes.

create trigger certificates_append_only before update or delete or truncate on certificates
  for each statement execute function is_append_only();
--> statement-breakpoint
create trigger invoice_reminders_append_only before update or delete or truncate on invoice_reminders
  for each statement execute function is_append_only();
