-- The daily mail looks for what is late, and for the last word about it.
create index deadline_late on deadline (ended_at, due_at);
create index notice_last on notice (deadline_id, username, id);
drop index notice_deadline;
