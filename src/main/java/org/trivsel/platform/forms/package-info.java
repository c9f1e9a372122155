/** Owns loading, localising, prefilling and checking Camunda Forms, and drafts. Does not know what a form means to the method. */
@ApplicationModule
@NullMarked
package org.trivsel.platform.forms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
