/** Owns deadline rules, working days and the dates that follow from them. Does not remind anybody. */
@ApplicationModule
@NullMarked
package org.trivsel.platform.deadline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
