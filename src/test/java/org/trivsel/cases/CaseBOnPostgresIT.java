package org.trivsel.cases;

@OnPostgres
class CaseBOnPostgresIT extends CaseB {}
