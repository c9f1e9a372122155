/** Owns what repositories share: conversions of java.time, what was read in a transaction; and how days and times read. Does not own any table. */
@ApplicationModule
@NullMarked
package org.trivsel.platform.data;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
