/** Owns the case page, which shows what the other rooms know. Does not own any of it. */
@ApplicationModule
@NullMarked
package org.trivsel.practice.casepage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
