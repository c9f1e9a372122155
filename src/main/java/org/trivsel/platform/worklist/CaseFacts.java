package org.trivsel.platform.worklist;

import java.util.List;
import java.util.Locale;
import org.trivsel.platform.identity.User;

/** What the practice tells about a case beside a task: its heading, and what one needs to have in view. */
public interface CaseFacts {

    /** @param family what this reader may call the family; @param state the state in the reader's language */
    record Heading(String family, String state) {}

    record Fact(String id, String text) {}

    Heading heading(String caseRef, User reader, Locale locale);

    /** The danger statements, always in view (R033). */
    List<Fact> worries(String caseRef, User reader);

    List<Fact> goals(String caseRef, User reader);

    /** Each person's last place on the safety scale; never averaged. */
    List<Fact> scale(String caseRef, User reader);
}
