/** Owns the files of a case: what may be kept, where its bytes lie, who may have it. Does not look into what a file says. */
@ApplicationModule
@NullMarked
package org.trivsel.platform.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
