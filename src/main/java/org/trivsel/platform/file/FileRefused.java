package org.trivsel.platform.file;

/** A file that is not kept, with the code of the reason: empty, large, type or false-type. */
public class FileRefused extends RuntimeException {

    private final String code;
    private final String fileName;

    FileRefused(String code, String fileName) {
        super(code);
        this.code = code;
        this.fileName = fileName;
    }

    public String code() {
        return code;
    }

    public String fileName() {
        return fileName;
    }
}
