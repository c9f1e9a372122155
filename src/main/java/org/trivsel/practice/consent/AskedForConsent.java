package org.trivsel.practice.consent;

import java.util.List;
import org.springframework.stereotype.Component;
import org.trivsel.practice.casefile.ElementSource;
import org.trivsel.practice.casefile.People;
import org.trivsel.practice.casefile.Person;

/** Custody holders without a consent that stands: those a model asks for one. */
@Component
class AskedForConsent implements ElementSource {

    private final Consents consents;
    private final People people;

    AskedForConsent(Consents consents, People people) {
        this.consents = consents;
        this.people = people;
    }

    @Override
    public String name() {
        return "askedForConsent";
    }

    @Override
    public List<String> ids(String caseRef) {
        return people.custodyHolders(caseRef).stream()
                .map(Person::id)
                .filter(holder -> consents.latest(caseRef, holder)
                        .filter(consent -> consent.withdrawnAt() == null)
                        .isEmpty())
                .toList();
    }
}
