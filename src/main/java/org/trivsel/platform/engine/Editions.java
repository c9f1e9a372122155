package org.trivsel.platform.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trivsel.platform.data.Columns;

/**
 * Models, decisions and forms, deployed together as one edition with a number and a content hash. A case runs on the
 * edition it started on.
 */
@Component
public class Editions {

    private static final Logger log = LoggerFactory.getLogger(Editions.class);

    private final RepositoryService repository;
    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final ObjectProvider<ModelVocabulary> vocabulary;
    private final Map<String, ObjectNode> forms = new ConcurrentHashMap<>();

    Editions(
            RepositoryService repository,
            JdbcClient jdbc,
            ObjectMapper json,
            Clock clock,
            ApplicationEventPublisher events,
            ObjectProvider<ModelVocabulary> vocabulary) {
        this.vocabulary = vocabulary;
        this.events = events;
        this.repository = repository;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Published when it is deployed.
     *
     * @param deploymentId the engine's deployment that holds every model and form of this edition
     */
    public record Edition(int number, String contentHash, String deploymentId) {}

    /** @throws IllegalStateException before the first edition is deployed at start-up */
    public Edition current() {
        return jdbc.sql("select number, content_hash, deployment_id from edition order by number desc limit 1")
                .query(Editions::read)
                .optional()
                .orElseThrow(() -> new IllegalStateException("no edition is deployed"));
    }

    /**
     * Deploys the given files as a new edition unless the current one has the same content.
     *
     * @param files stable names of our own (`bpmn/mapping.bpmn`, `forms/approve-goals.form`) and their content
     * @throws BrokenEdition naming file, element and reason; nothing is deployed then
     */
    @Transactional
    public Edition deploy(Map<String, byte[]> files) {
        String hash = hash(files);
        Set<String> gates = vocabulary.getObject().gates();
        Optional<Edition> latest = jdbc.sql(
                        "select number, content_hash, deployment_id from edition order by number desc limit 1")
                .query(Editions::read)
                .optional();
        boolean isThere = latest.map(Edition::contentHash).filter(hash::equals).isPresent();
        if (isThere && EditionCheck.namesOnly(files, gates)) {
            return latest.get(); // what was whole when it was deployed is whole: reading every model takes two seconds
        }
        EditionCheck.check(files, json, gates);
        if (isThere) {
            return latest.get();
        }
        int number = latest.map(Edition::number).orElse(0) + 1;
        Edition edition = new Edition(number, hash, deployFiles(number, files));
        jdbc.sql("insert into edition (number, content_hash, deployment_id, deployed_at) values (?, ?, ?, ?)")
                .params(number, hash, edition.deploymentId(), Columns.utc(clock.instant()))
                .update();
        events.publishEvent(edition);
        log.info("Edition {} deployed: {} models, decisions and forms", number, files.size());
        return edition;
    }

    private String deployFiles(int number, Map<String, byte[]> files) {
        DeploymentBuilder deployment = repository.createDeployment().name("edition " + number);
        files.forEach((name, content) -> deployment.addString(name, new String(content, StandardCharsets.UTF_8)));
        try {
            return deployment.deploy().getId();
        } catch (ParseException e) {
            throw BrokenEdition.of(e);
        } catch (ProcessEngineException e) {
            throw new BrokenEdition("The models could not be deployed: " + e.getMessage(), e);
        }
    }

    /** The form of one edition, as authored. */
    public ObjectNode form(String deploymentId, String formId) {
        return forms.computeIfAbsent(deploymentId + "/" + formId, key -> load(deploymentId, formId));
    }

    private ObjectNode load(String deploymentId, String formId) {
        try (InputStream in = repository.getResourceAsStream(deploymentId, "forms/" + formId + ".form")) {
            return (ObjectNode) json.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(Map<String, byte[]> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.keySet().stream().sorted().forEach(name -> {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update(files.get(name));
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Edition read(ResultSet row, int number) throws SQLException {
        return new Edition(row.getInt("number"), row.getString("content_hash"), row.getString("deployment_id"));
    }
}
