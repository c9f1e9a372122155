/** Owns the case: persons, staff, state, journal, decisions, gates passed. Does not own what the other rooms read out of the journal. */
@ApplicationModule
@NullMarked
package org.trivsel.practice.casefile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
