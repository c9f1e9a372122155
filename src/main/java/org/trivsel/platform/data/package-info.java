/** Owns the small conversions between the database and java.time. Does not own any table. */
@ApplicationModule
@NullMarked
package org.trivsel.platform.data;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
