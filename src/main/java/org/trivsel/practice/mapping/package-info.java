/** Owns danger statements, safety goals, the mapping and the safety scale (gates G0, G2, G3). Does not own conversations or the network. */
@ApplicationModule
@NullMarked
package org.trivsel.practice.mapping;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
