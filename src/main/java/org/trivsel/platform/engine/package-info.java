/** Owns the process engine: configuration, clock, editions, the engine's listeners. Does not know the method. */
@ApplicationModule
@NullMarked
package org.trivsel.platform.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
