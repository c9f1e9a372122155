/** Owns the counts of plans, families and children by outcome (C1). Does not own what it counts, and never shows a case. */
@ApplicationModule
@NullMarked
package org.trivsel.practice.statistics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
