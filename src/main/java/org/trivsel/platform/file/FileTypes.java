package org.trivsel.platform.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.tika.Tika;
import org.springframework.stereotype.Component;

/**
 * What a file is: told by its bytes, never by what the browser says. Scans, photos and letters are kept; nothing that a
 * browser or an office program would execute.
 */
@Component
class FileTypes {

    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String OPEN_DOCUMENT = "application/vnd.oasis.opendocument.text";

    private static final Map<String, String> BY_ENDING = Map.ofEntries(
            Map.entry("pdf", "application/pdf"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("webp", "image/webp"),
            Map.entry("tif", "image/tiff"),
            Map.entry("tiff", "image/tiff"),
            Map.entry("heic", "image/heic"),
            Map.entry("txt", "text/plain"),
            Map.entry("docx", WORD),
            Map.entry("odt", OPEN_DOCUMENT));

    /** Of documents in a zip file: the entry that makes it one. */
    private static final Map<String, String> INSIDE = Map.of(WORD, "word/document.xml", OPEN_DOCUMENT, "content.xml");

    /** A letter is smaller; what unpacks to more is made to keep a server busy. */
    private static final long UNPACKED_AT_MOST = 100L * 1024 * 1024;

    private static final String MACROS = "vbaProject.bin";

    private final Tika tika = new Tika();

    /**
     * @return the type by its name, where the bytes agree with it
     * @throws FileRefused type when files of this kind are not kept, false-type when the file is not what its name says
     */
    String of(String name, byte[] content) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        String type = BY_ENDING.get(ending);
        if (type == null) {
            throw new FileRefused("type", name);
        }
        String found = tika.detect(content);
        boolean agrees = INSIDE.containsKey(type)
                ? found.equals("application/zip") || found.equals(type)
                : found.equals(type) || type.equals("image/heic") && found.equals("image/heif");
        if (!agrees || INSIDE.containsKey(type) && !isDocument(content, INSIDE.get(type))) {
            throw new FileRefused("false-type", name);
        }
        return type;
    }

    private static boolean isDocument(byte[] content, String needed) {
        boolean found = false;
        long left = UNPACKED_AT_MOST;
        byte[] some = new byte[8192];
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(MACROS)) {
                    return false;
                }
                found |= entry.getName().equals(needed);
                for (int read = zip.read(some); read > 0; read = zip.read(some)) {
                    left -= read;
                    if (left < 0) {
                        return false;
                    }
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            return false;
        }
        return found;
    }
}
