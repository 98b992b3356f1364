create trigger attendance_records_append_only before update or delete or truncate on attendance_records
  for each statement execute function is_append_only();
