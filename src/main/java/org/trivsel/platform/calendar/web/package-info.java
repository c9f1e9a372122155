@NullMarked
package org.trivsel.platform.calendar.web;

import org.jspecify.annotations.NullMarked;
