/** Owns who may see which case and the log of who did. Does not know what a case contains. */
@ApplicationModule
@NullMarked
package org.trivsel.platform.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
