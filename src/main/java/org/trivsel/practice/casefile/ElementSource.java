package org.trivsel.practice.casefile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a model may repeat a task for: every custody holder, child, network member, danger statement. */
public interface ElementSource {

    /** The name a model uses, such as {@code dangerStatements}. */
    String name();

    List<String> ids(String caseRef);

    /** Whose task it is, by user name; null where it belongs to whoever has the role. */
    default @Nullable String whose(String caseRef, String id) {
        return null;
    }
}
