-- What a child wants only its caseworker to see.
alter table case_file add column secret boolean default false not null;
