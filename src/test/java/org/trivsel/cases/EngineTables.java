package org.trivsel.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.trivsel.demo.CaseScript;

/** After two whole cases the engine's tables hold ids and decisions only: no name, no phone number, no sentence. */
abstract class EngineTables extends CaseTest {

    private static final Set<Integer> TEXT =
            Set.of(Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.NVARCHAR, Types.CLOB, Types.NCLOB, Types.SQLXML);
    private static final Set<Integer> BINARY =
            Set.of(Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB, Types.OTHER);
    private static final Pattern CODE = Pattern.compile("[A-Z0-9_]+");
    private static final int SENTENCE = 12;

    @Autowired
    private DataSource database;

    private final Set<String> names = new LinkedHashSet<>();
    private final Set<String> texts = new LinkedHashSet<>();
    private Map<String, String> columns = Map.of();

    @BeforeAll
    void playBothCases() throws SQLException {
        List<CaseScript> scripts = List.of(
                CaseScript.read("case-a", json).as("2026-0307"),
                CaseScript.read("case-b", json).as("2026-0315"));
        begin(scripts.get(0));
        player.play(scripts, LocalDateTime.MIN, LocalDateTime.parse("2026-11-12T08:00"));
        for (CaseScript script : scripts) {
            assertThat(cases.get(player.caseRef(script)).state()).isEqualTo("CLOSED");
            script.steps().forEach(step -> {
                collect(step.refer(), "");
                collect(step.data(), "");
            });
        }
        columns = readEngineTables();
    }

    /** Every name part and phone number of the scripts, and every free text. */
    private void collect(JsonNode node, String key) {
        if (node == null) {
            return;
        }
        if (node.isContainerNode()) {
            node.properties().forEach(field -> collect(field.getValue(), field.getKey()));
            node.elements().forEachRemaining(element -> collect(element, key));
        } else if (node.isTextual()) {
            String text = node.asText();
            if (key.equals("name")) {
                names.addAll(Arrays.asList(text.split(" ")));
            } else if (key.toLowerCase().contains("phone")) {
                texts.add(text);
            }
            if (text.length() > SENTENCE && !CODE.matcher(text).matches()) {
                texts.add(text);
            }
        }
    }

    /** Everything readable in a column of the engine, by table and column. Deployed models and forms are left out. */
    private Map<String, String> readEngineTables() throws SQLException {
        Map<String, String> read = new TreeMap<>();
        try (Connection connection = database.getConnection();
                ResultSet all = connection.getMetaData().getColumns(null, null, null, null)) {
            while (all.next()) {
                String table = all.getString("TABLE_NAME");
                String column = all.getString("COLUMN_NAME");
                int type = all.getInt("DATA_TYPE");
                if (table.toUpperCase().startsWith("ACT_") && (TEXT.contains(type) || BINARY.contains(type))) {
                    read.put(table + "." + column, read(table, column, BINARY.contains(type)));
                }
            }
        }
        return read;
    }

    private String read(String table, String column, boolean binary) {
        boolean files = table.equalsIgnoreCase("ACT_GE_BYTEARRAY");
        return jdbc
                .sql("select " + column + " from " + table + " where " + column + " is not null"
                        + (files ? " and deployment_id_ is null" : ""))
                .query((row, number) -> binary ? new String(row.getBytes(1), StandardCharsets.UTF_8) : row.getString(1))
                .list()
                .stream()
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    @Test
    void looksIntoWhatTheEngineWrote() {
        assertThat(names).contains("Alma", "Prøvesen", "Bodil", "Liv", "Exempelsson", "Hedda");
        assertThat(texts).hasSizeGreaterThan(500).contains("+4500000001", "Det hårdeste og bedste, vi har gjort.");
        assertThat(columns.keySet().stream().map(String::toUpperCase))
                .contains("ACT_HI_VARINST.TEXT_", "ACT_RU_VARIABLE.TEXT_", "ACT_HI_TASKINST.ASSIGNEE_");
        assertThat(columns.values()).anyMatch(values -> values.contains("ACUTE_PLAN_SUFFICIENT"));
    }

    @Test
    void holdsNoName() {
        Pattern name = Pattern.compile(
                "(?<!\\p{L})(" + names.stream().map(Pattern::quote).collect(Collectors.joining("|")) + ")(?!\\p{L})");
        columns.forEach(
                (column, values) -> assertThat(name.matcher(values).results().map(found -> found.group()))
                        .as(column)
                        .isEmpty());
    }

    @Test
    void holdsNoFreeText() {
        columns.forEach((column, values) ->
                assertThat(texts.stream().filter(values::contains)).as(column).isEmpty());
    }
}
