package org.trivsel.cases;

@OnH2
class FilesIT extends FilesOfACase {}
