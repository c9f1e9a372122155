/** Owns telling people: notices of deadlines, the daily mail, and mails on their way. Does not decide when something is due. */
@ApplicationModule
@NullMarked
package org.trivsel.platform.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
