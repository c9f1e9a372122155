@NullMarked
package org.trivsel.platform.notification.web;

import org.jspecify.annotations.NullMarked;
