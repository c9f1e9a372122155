/** Owns declarations, consent and what they unlock (gate G1). Does not own the GDPR legal basis: consent here is administrative-law consent. */
@ApplicationModule
@NullMarked
package org.trivsel.practice.consent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
