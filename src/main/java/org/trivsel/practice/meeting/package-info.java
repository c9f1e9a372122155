/** Owns meetings, minutes and the counts of the caseworker's participation. Does not own what is decided there. */
@ApplicationModule
@NullMarked
package org.trivsel.practice.meeting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
