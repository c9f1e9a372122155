/** Owns observation, visits, deviations, readiness to close and hand-over (gates G8, G9). Does not own the plan's text. */
@ApplicationModule
@NullMarked
package org.trivsel.practice.followup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
