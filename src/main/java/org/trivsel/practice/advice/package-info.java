/** Owns enquiries to the advice line: anonymous, no case, no persons. Does not own what becomes a referral. */
@ApplicationModule
@NullMarked
package org.trivsel.practice.advice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
