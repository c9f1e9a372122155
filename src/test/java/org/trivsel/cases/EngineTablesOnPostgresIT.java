package org.trivsel.cases;

@OnPostgres
class EngineTablesOnPostgresIT extends EngineTables {}
