-- When a child's part of a case ended: statistics count children by it, not by when the last sibling left (E9, C1).
alter table person add column outcome_on date;
update person set outcome_on = (select cast(c.closed_at as date) from safety_case c where c.case_ref = person.case_ref)
 where outcome is not null;
