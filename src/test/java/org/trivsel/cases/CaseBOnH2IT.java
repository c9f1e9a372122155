package org.trivsel.cases;

@OnH2
class CaseBOnH2IT extends CaseB {}
