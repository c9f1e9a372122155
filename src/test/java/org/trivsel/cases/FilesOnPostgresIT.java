package org.trivsel.cases;

@OnPostgres
class FilesOnPostgresIT extends FilesOfACase {}
