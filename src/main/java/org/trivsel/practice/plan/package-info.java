/** Owns safety plan versions, their completeness, approval and amendment, and the acute plan (gates G6, G7). Does not own how the plan is observed. */
@ApplicationModule
@NullMarked
package org.trivsel.practice.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
