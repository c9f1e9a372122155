/** Owns users, their roles and teams, and who is asking. Does not know cases. */
@ApplicationModule
@NullMarked
package org.trivsel.platform.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
