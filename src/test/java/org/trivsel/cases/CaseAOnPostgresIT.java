package org.trivsel.cases;

@OnPostgres
class CaseAOnPostgresIT extends CaseA {}
