/** Owns what happens when life does not follow the plan (E1, E5–E10, E12–E20): who is told, what is recorded, what may be started. Does not own deviations and births (followup), the size of the network (network) or the acute plan (plan). */
@ApplicationModule
@NullMarked
package org.trivsel.practice.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
