package org.trivsel.practice.casefile;

import java.util.List;

/** What a model may repeat a task for: every custody holder, child, network member, danger statement. */
public interface ElementSource {

    /** The name a model uses, such as {@code dangerStatements}. */
    String name();

    List<String> ids(String caseRef);
}
