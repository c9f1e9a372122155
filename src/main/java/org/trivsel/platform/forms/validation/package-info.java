/**
 * Owns the check that a submitted form is one that form-js itself would have let through.
 *
 * <p>Does not know what the answers mean: requirements that need the case stand in the rooms of the practice.
 */
@NullMarked
package org.trivsel.platform.forms.validation;

import org.jspecify.annotations.NullMarked;
