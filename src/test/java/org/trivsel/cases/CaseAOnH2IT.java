package org.trivsel.cases;

@OnH2
class CaseAOnH2IT extends CaseA {}
