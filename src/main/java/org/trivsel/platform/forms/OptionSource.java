package org.trivsel.platform.forms;

import java.util.List;
import java.util.Set;

/** Fills the choices that a form leaves open (`valuesKey`): persons of the case, statements, users. */
public interface OptionSource {

    Set<String> keys();

    List<Option> options(String key, FormContext context);
}
