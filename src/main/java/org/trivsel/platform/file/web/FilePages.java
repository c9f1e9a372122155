package org.trivsel.platform.file.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.trivsel.platform.file.CaseFiles;
import org.trivsel.platform.file.CaseFiles.Download;
import org.trivsel.platform.file.FileRefused;
import org.trivsel.platform.identity.CurrentUser;

/** Adds files to a task, takes them back, and hands them out: always as a download, never to be run by the browser. */
@Controller
class FilePages {

    private final CaseFiles files;
    private final FileLists lists;
    private final CurrentUser current;
    private final MessageSource messages;

    FilePages(CaseFiles files, FileLists lists, CurrentUser current, MessageSource messages) {
        this.files = files;
        this.lists = lists;
        this.current = current;
        this.messages = messages;
    }

    /** What can be kept is kept; of every other file the page says why it is not. */
    @PostMapping("/tasks/{id}/files")
    String add(
            @PathVariable String id,
            @RequestParam(required = false, name = "file") List<MultipartFile> sent,
            RedirectAttributes flash,
            Locale locale)
            throws IOException {
        files.requireTask(current.get(), id);
        // a browser sends a part without name and bytes where no file was chosen
        List<MultipartFile> chosen = (sent == null ? List.<MultipartFile>of() : sent)
                .stream()
                        .filter(one -> !one.isEmpty() || StringUtils.hasText(one.getOriginalFilename()))
                        .toList();
        List<String> refused = new ArrayList<>();
        for (MultipartFile one : chosen) {
            String name = one.getOriginalFilename() == null ? "" : one.getOriginalFilename();
            try {
                files.add(current.get(), id, name, one.getSize(), one);
            } catch (FileRefused no) {
                refused.add(messages.getMessage(
                        "file.refused." + no.code(), new Object[] {no.fileName(), lists.largest(locale)}, locale));
            }
        }
        if (chosen.isEmpty()) {
            refused.add(messages.getMessage("file.refused.none", null, locale));
        }
        flash.addFlashAttribute("filesRefused", refused);
        return "redirect:/tasks/" + id + "#files";
    }

    @PostMapping("/tasks/{id}/files/{file}/remove")
    String remove(@PathVariable String id, @PathVariable long file) {
        files.remove(current.get(), id, file);
        return "redirect:/tasks/" + id + "#files";
    }

    @GetMapping("/cases/{caseRef}/files/{id}")
    ResponseEntity<byte[]> download(@PathVariable String caseRef, @PathVariable long id) {
        Download opened = files.open(current.get(), caseRef, id);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(opened.file().type()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(opened.file().name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore())
                .body(opened.content());
    }
}
