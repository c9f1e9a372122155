package org.trivsel.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses the NUL character in parameters: no person types it, and PostgreSQL cannot store it. It reads them, so it comes
 * after the filter that says they are UTF-8.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class NoNulCharacters extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean clean = request.getParameterMap().values().stream()
                .flatMap(Arrays::stream)
                .allMatch(value -> value.indexOf('\0') < 0);
        if (clean) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }
}
