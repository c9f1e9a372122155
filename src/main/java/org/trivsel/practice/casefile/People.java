package org.trivsel.practice.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.trivsel.platform.data.Columns;
import org.trivsel.platform.data.Remembered;
import org.trivsel.practice.casefile.Person.Role;

/** The persons of a case. */
@Repository("personRegister")
public class People {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Remembered<String, List<Person>> known = new Remembered<>();

    People(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Children first, then parents, network and professionals, each in the order they were registered. */
    public List<Person> of(String caseRef) {
        return known.get(caseRef, () -> jdbc
                .sql("select * from person where case_ref = ? order by length(id), id")
                .param(caseRef)
                .query(People::read)
                .list()
                .stream()
                .sorted(Comparator.comparing(Person::role))
                .toList());
    }

    public List<Person> of(String caseRef, Role role) {
        return of(caseRef).stream().filter(person -> person.role() == role).toList();
    }

    public List<Person> custodyHolders(String caseRef) {
        return of(caseRef).stream().filter(Person::custodyHolder).toList();
    }

    public Optional<Person> find(String caseRef, String id) {
        return of(caseRef).stream().filter(person -> person.id().equals(id)).findFirst();
    }

    /** Registers a person under the next free id of the role. */
    @Transactional
    public Person register(String caseRef, Newcomer newcomer) {
        int number = of(caseRef, newcomer.role()).size() + 1;
        Person person = new Person(
                newcomer.role().letter() + number,
                newcomer.role(),
                newcomer.name(),
                newcomer.pseudonym() == null ? newcomer.role().letter() + number : newcomer.pseudonym(),
                newcomer.relation(),
                newcomer.birthDate(),
                newcomer.dueDate(),
                newcomer.livesWith(),
                newcomer.custodyHolder(),
                newcomer.phone(),
                newcomer.category(),
                null);
        known.forget();
        jdbc.sql("insert into person (case_ref, id, role, name, pseudonym, relation, birth_date, due_date, lives_with,"
                        + " custody_holder, phone, category) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        caseRef,
                        person.id(),
                        person.role().name(),
                        person.name(),
                        person.pseudonym(),
                        person.relation(),
                        person.birthDate(),
                        person.dueDate(),
                        person.livesWith(),
                        person.custodyHolder(),
                        person.phone(),
                        person.category())
                .update();
        return person;
    }

    /** What is known of a person who is not registered yet. */
    public record Newcomer(
            Role role,
            String name,
            @Nullable String pseudonym,
            @Nullable String relation,
            @Nullable LocalDate birthDate,
            @Nullable LocalDate dueDate,
            @Nullable String livesWith,
            boolean custodyHolder,
            @Nullable String phone,
            @Nullable String category) {}

    @Transactional
    public void born(String caseRef, String child, LocalDate birthDate, @Nullable String name) {
        known.forget();
        jdbc.sql("update person set birth_date = ?, name = coalesce(?, name) where case_ref = ? and id = ?")
                .params(birthDate, name, caseRef, child)
                .update();
    }

    @Transactional
    public void holdsCustody(String caseRef, String parent) {
        known.forget();
        jdbc.sql("update person set custody_holder = true where case_ref = ? and id = ?")
                .params(caseRef, parent)
                .update();
    }

    @Transactional
    public void phone(String caseRef, String id, String phone) {
        known.forget();
        jdbc.sql("update person set phone = ? where case_ref = ? and id = ?")
                .params(phone, caseRef, id)
                .update();
    }

    /** Nobody sees this person's address and phone from now on (E20). */
    @Transactional
    public void protect(String caseRef, String id) {
        known.forget();
        jdbc.sql("update person set address_protected = true where case_ref = ? and id = ?")
                .params(caseRef, id)
                .update();
    }

    /** The persons of a case as they were known in another one (E10). How it ended there is not copied. */
    @Transactional
    public void copy(String from, String to) {
        known.forget();
        jdbc.sql("insert into person (case_ref, id, role, name, pseudonym, relation, birth_date, due_date, lives_with,"
                        + " custody_holder, phone, category, address_protected) select ?, id, role, name, pseudonym,"
                        + " relation, birth_date, due_date, lives_with, custody_holder, phone, category,"
                        + " address_protected from person where case_ref = ?")
                .params(to, from)
                .update();
    }

    /** The persons whose address and phone nobody sees (E20). */
    public Set<String> hidden(String caseRef) {
        return Set.copyOf(jdbc.sql("select id from person where case_ref = ? and address_protected = true")
                .param(caseRef)
                .query(String.class)
                .list());
    }

    /** A child who is awaited: not born, and still part of the case. */
    public boolean awaitsChild(String caseRef) {
        return of(caseRef, Role.CHILD).stream().anyMatch(child -> child.birthDate() == null && child.outcome() == null);
    }

    /** The outcome is per child, never per case (C1). */
    @Transactional
    public void outcome(String caseRef, String child, String outcome) {
        known.forget();
        jdbc.sql("update person set outcome = ?, outcome_on = ? where case_ref = ? and id = ?")
                .params(outcome, LocalDate.now(clock), caseRef, child)
                .update();
    }

    private static Person read(ResultSet row, int number) throws SQLException {
        boolean hidden = row.getBoolean("address_protected");
        return new Person(
                row.getString("id"),
                Role.valueOf(row.getString("role")),
                row.getString("name"),
                row.getString("pseudonym"),
                row.getString("relation"),
                Columns.date(row, "birth_date"),
                Columns.date(row, "due_date"),
                hidden ? null : row.getString("lives_with"),
                row.getBoolean("custody_holder"),
                hidden ? null : row.getString("phone"),
                row.getString("category"),
                row.getString("outcome"));
    }
}
