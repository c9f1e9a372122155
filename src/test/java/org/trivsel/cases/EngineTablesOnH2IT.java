package org.trivsel.cases;

@OnH2
class EngineTablesOnH2IT extends EngineTables {}
