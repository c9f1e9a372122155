-- The secret address of a person's calendar feed, as its hash: who reads the database cannot read the feed.
create table calendar_feed (
    token_hash varchar(64) primary key,
    username varchar(64) not null,
    created_at timestamp with time zone not null,
    read_at timestamp with time zone,
    revoked_at timestamp with time zone
);
create index calendar_feed_user on calendar_feed (username, revoked_at);
