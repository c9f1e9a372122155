package org.trivsel.platform.file;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.trivsel.platform.data.DateTexts;
import org.trivsel.platform.forms.FormContext;
import org.trivsel.platform.forms.Option;
import org.trivsel.platform.forms.OptionSource;

/** The pictures of a case that its reader may see, the newest first: which of them a form is about. */
@Component
class PictureOptions implements OptionSource {

    private final CaseFiles files;
    private final DateTexts dates;

    PictureOptions(CaseFiles files, DateTexts dates) {
        this.files = files;
        this.dates = dates;
    }

    @Override
    public Set<String> keys() {
        return Set.of("pictures");
    }

    @Override
    public List<Option> options(String key, FormContext context) {
        return files.ofCase(context.user(), context.requireCase()).stream()
                .filter(file -> file.removedBy() == null && file.type().startsWith("image/"))
                .map(file -> new Option(
                        String.valueOf(file.id()),
                        file.name() + " · " + dates.moment(file.addedAt(), context.locale())))
                .toList();
    }
}
