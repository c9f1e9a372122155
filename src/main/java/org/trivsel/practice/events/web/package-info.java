/** The page that reopens a case. */
@NullMarked
package org.trivsel.practice.events.web;

import org.jspecify.annotations.NullMarked;
