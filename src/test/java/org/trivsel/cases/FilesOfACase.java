package org.trivsel.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.trivsel.demo.CaseScript;
import org.trivsel.platform.file.CaseFiles;
import org.trivsel.platform.file.CaseFiles.CaseFile;
import org.trivsel.platform.forms.SubmissionRefused;
import org.trivsel.platform.worklist.Worklist;
import org.trivsel.platform.worklist.WorklistTask;

/** Scans, drawings and letters that come with a task. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class FilesOfACase extends CaseTest {

    private static final int MEGA = 1024 * 1024;

    @Autowired
    MockMvc web;

    @Autowired
    CaseFiles files;

    @Autowired
    Worklist worklist;

    private String task = "";

    @BeforeAll
    void intoTheMapping() {
        begin(CaseScript.read("case-a", json).as("2026-0851"));
        playUntil("2026-03-14T10:00");
        task = worklist.ofCase(caseRef()).get(0).id();
    }

    @Test
    @Order(1)
    void aDrawingComesBackByteForByteAndOnlyAsADownload() throws Exception {
        byte[] drawing = png(2 * MEGA);
        assertThat(send("lars", "Almas tegning: hus nr. 3.png", drawing)).isEmpty();

        CaseFile kept = ofCase("lars").get(0);
        MockHttpServletResponse answer = open("lars", kept.id());
        assertThat(answer.getContentAsByteArray()).isEqualTo(drawing);
        assertThat(answer.getContentType()).isEqualTo("image/png");
        assertThat(answer.getHeader("Content-Disposition"))
                .startsWith("attachment;")
                .contains("Almas%20tegning");
        assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.getHeader("Content-Security-Policy")).contains("sandbox");
        assertThat(answer.getHeader("Cache-Control")).contains("no-store");
        assertThat(page("/tasks/" + task)).contains("Almas tegning: hus nr. 3.png", "2 MB");
        assertThat(page("/cases/" + caseRef())).contains("Filer (1)", "Almas tegning");
    }

    @Test
    @Order(2)
    void everyLookIsInTheLogOnceAndWithoutTheNameOfTheFile() {
        assertThat(jdbc.sql("select username, purpose from access_log where case_ref = ? and what = 'file'")
                        .param(caseRef())
                        .query((row, number) -> row.getString(1) + " " + row.getString(2))
                        .list())
                .containsExactly("lars CASE_WORK");
        assertThat(jdbc.sql("select count(*) from access_log where what like '%tegning%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    @Order(3)
    void whatIsNotKeptIsSaidInWords() throws Exception {
        byte[] program = {'M', 'Z', (byte) 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0};
        byte[] svg =
                "<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>".getBytes(StandardCharsets.UTF_8);
        byte[] html = "<html><script>1</script></html>".getBytes(StandardCharsets.UTF_8);
        assertThat(send("lars", "brev.pdf", program)).contains("brev.pdf er ikke det, navnet siger");
        assertThat(send("lars", "tegning.png", svg)).contains("ikke det, navnet siger");
        assertThat(send("lars", "note.txt", html)).contains("ikke det, navnet siger");
        assertThat(send("lars", "brev.docx", zip("word/document.xml", "word/vbaProject.bin")))
                .contains("makroer");
        assertThat(send("lars", "brev.odt", zip("noget.txt"))).contains("ikke det, navnet siger");
        assertThat(send("lars", "tegning.svg", svg)).contains("filer af denne slags gemmes ikke");
        assertThat(send("lars", "uden-endelse", program)).contains("filer af denne slags gemmes ikke");
        assertThat(send("lars", "tom.pdf", new byte[0])).contains("er tom");
        assertThat(send("lars", "film.png", png(16 * MEGA))).contains("er større end 15 MB");
        assertThat(problems(multipart("/tasks/" + task + "/files"), "lars")).contains("Vælg først en fil");
        assertThat(send("lars", "", new byte[0]))
                .as("what a browser sends when nothing was chosen")
                .contains("Vælg først en fil")
                .doesNotContain("er tom");
        assertThat(ofCase("lars")).hasSize(1);
    }

    @Test
    @Order(4)
    void whatCanBeKeptIsKeptBesideWhatCannot() throws Exception {
        String said = problems(
                multipart("/tasks/" + task + "/files")
                        .file(part("tom.txt", new byte[0]))
                        .file(part("C:\\Users\\lars\\..\\brev\u202Etxt.docx", zip("word/document.xml"))),
                "lars");
        assertThat(said).contains("tom.txt er tom");
        assertThat(ofCase("lars")).extracting(CaseFile::name).contains("brevtxt.docx");

        send("lars", "x".repeat(300) + ".txt", "hej".getBytes(StandardCharsets.UTF_8));
        assertThat(ofCase("lars").get(0).name()).hasSizeLessThanOrEqualTo(150).endsWith(".txt");

        send("lars", "x" + "\uD83D\uDE00".repeat(150) + ".txt", "smil".getBytes(StandardCharsets.UTF_8));
        assertThat(ofCase("lars").get(0).name()).isEqualTo("x" + "\uD83D\uDE00".repeat(72) + ".txt");
    }

    @Test
    @Order(5)
    void aSecondClickAddsNoSecondFile() throws Exception {
        int before = ofCase("lars").size();
        send("lars", "x".repeat(300) + ".txt", "hej".getBytes(StandardCharsets.UTF_8));
        assertThat(ofCase("lars")).hasSize(before);
    }

    @Test
    @Order(6)
    void moreThanARequestMayHoldIsTurnedAway() throws Exception {
        assertThat(web.perform(post("/tasks/" + task + "/files")
                                .contentType("multipart/form-data; boundary=x")
                                .content(new byte[81 * MEGA])
                                .with(SecurityMockMvcRequestPostProcessors.user("lars"))
                                .with(csrf()))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(413);
    }

    @Test
    @Order(7)
    void theConsultantsHaveTheFilesOfOthersOnlyWhileTheParentsConsent() throws Exception {
        send("signe", "notat.txt", "fra skolen".getBytes(StandardCharsets.UTF_8));
        CaseFile note = ofCase("signe").get(0);
        assertThat(open("lars", note.id()).getStatus()).isEqualTo(200);
        jdbc.sql("update safety_case set consented = false where case_ref = ?")
                .param(caseRef())
                .update();
        try {
            assertThat(open("lars", note.id()).getStatus()).isEqualTo(404);
            assertThat(page("/cases/" + caseRef())).doesNotContain("notat.txt");
            assertThat(open("signe", note.id()).getStatus()).isEqualTo(200);
        } finally {
            jdbc.sql("update safety_case set consented = true where case_ref = ?")
                    .param(caseRef())
                    .update();
        }
        assertThat(open("maja", note.id()).getStatus())
                .as("somebody who does not know the case")
                .isEqualTo(404);
    }

    @Test
    @Order(8)
    void whatWasAddedByMistakeIsGoneAndThatItWasThereStays() throws Exception {
        CaseFile note = ofCase("signe").get(0);
        remove("lars", note.id());
        assertThat(open("signe", note.id()).getStatus()).as("only who added it").isEqualTo(200);
        remove("signe", note.id());
        assertThat(open("signe", note.id()).getStatus()).isEqualTo(404);
        assertThat(jdbc.sql("select count(*) from case_file_part where file_id = ?")
                        .param(note.id())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(page("/tasks/" + task)).contains("notat.txt", "fjernet af Signe Fiktivsen");
        assertThat(page("/cases/" + caseRef()))
                .as("where it is found when the task is done")
                .contains("<s>notat.txt</s>", "fjernet af Signe Fiktivsen")
                .doesNotContain("/files/" + note.id());
    }

    @Test
    @Order(9)
    void aDrawingIsPartOfTheTalkAndWhatTheChildWantsHiddenIsHidden() throws Exception {
        playUntil("2026-03-17T14:00");
        WorklistTask talk = player.task(caseRef(), "UserTask_TalkWithChild", "C1");
        task = talk.id();
        send("ida", "trygt-hus.png", png(1000));
        send("ida", "skabet.png", png(2000));
        CaseFile closet = ofCase("ida").get(0);
        CaseFile house = ofCase("ida").get(1);
        assertThat(page("ida", "/tasks/" + task + "/form")).contains("skabet.png · ", "trygt-hus.png · ");

        ObjectNode told = answers("UserTask_TalkWithChild");
        ArrayNode drawings = told.putArray("drawings");
        drawings.addObject()
                .put("picture", String.valueOf(house.id()))
                .put("description", "Farmors hus med lys i")
                .put("recipient", "EVERYBODY");
        drawings.addObject()
                .put("picture", "4711")
                .put("description", "Skabet, jeg gemmer mig i")
                .put("recipient", "CASEWORKER_ONLY");
        assertThatThrownBy(() -> player.complete(user("ida"), talk, told))
                .as("a picture that is not there")
                .isInstanceOf(SubmissionRefused.class);
        ((ObjectNode) drawings.get(1)).put("picture", String.valueOf(closet.id()));
        player.complete(user("ida"), talk, told);

        String journal = "/cases/" + caseRef() + "/journal";
        for (String knows : List.of("ida", "signe")) {
            assertThat(ofCase(knows)).contains(house).extracting(CaseFile::name).contains("skabet.png");
            assertThat(open(knows, closet.id()).getStatus()).isEqualTo(200);
            assertThat(page(knows, journal))
                    .contains("Farmors hus med lys i", "Skabet, jeg gemmer mig i", "skabet.png");
        }
        for (String doesNot : List.of("lars", "karen", "mads")) {
            assertThat(ofCase(doesNot))
                    .as(doesNot)
                    .contains(house)
                    .extracting(CaseFile::name)
                    .doesNotContain("skabet.png");
            assertThat(open(doesNot, closet.id()).getStatus()).as(doesNot).isEqualTo(404);
            assertThat(page(doesNot, journal))
                    .as(doesNot)
                    .contains("Farmors hus med lys i")
                    .doesNotContain("skabet.png", "gemmer mig i");
            assertThat(page(doesNot, "/cases/" + caseRef())).as(doesNot).doesNotContain("skabet.png");
        }
    }

    private List<CaseFile> ofCase(String username) {
        return files.ofCase(user(username), caseRef());
    }

    private void remove(String username, long id) throws Exception {
        web.perform(post("/tasks/" + task + "/files/" + id + "/remove")
                .with(SecurityMockMvcRequestPostProcessors.user(username))
                .with(csrf()));
    }

    private String send(String username, String name, byte[] content) throws Exception {
        return problems(multipart("/tasks/" + task + "/files").file(part(name, content)), username);
    }

    private String problems(
            org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder request,
            String username)
            throws Exception {
        Object said = web.perform(request.with(SecurityMockMvcRequestPostProcessors.user(username))
                        .with(csrf())
                        .locale(Locale.forLanguageTag("da")))
                .andReturn()
                .getFlashMap()
                .get("filesRefused");
        return String.join("\n", ((List<?>) said).stream().map(String::valueOf).toList());
    }

    private MockHttpServletResponse open(String username, long id) throws Exception {
        return web.perform(get("/cases/" + caseRef() + "/files/" + id)
                        .with(SecurityMockMvcRequestPostProcessors.user(username)))
                .andReturn()
                .getResponse();
    }

    private String page(String path) throws Exception {
        return page("lars", path);
    }

    private String page(String reader, String path) throws Exception {
        return web.perform(get(path)
                        .with(SecurityMockMvcRequestPostProcessors.user(reader))
                        .locale(Locale.forLanguageTag("da")))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private static MockMultipartFile part(String name, byte[] content) {
        return new MockMultipartFile("file", name, "application/octet-stream", content);
    }

    private static byte[] png(int size) {
        byte[] bytes = new byte[size];
        new Random(7).nextBytes(bytes);
        byte[] magic = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
        System.arraycopy(magic, 0, bytes, 0, magic.length);
        return bytes;
    }

    private static byte[] zip(String... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(1);
            }
        }
        return bytes.toByteArray();
    }
}
