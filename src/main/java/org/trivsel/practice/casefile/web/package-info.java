/** The case pages and their API. */
@NullMarked
package org.trivsel.practice.casefile.web;

import org.jspecify.annotations.NullMarked;
