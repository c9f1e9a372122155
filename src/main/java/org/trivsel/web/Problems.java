package org.trivsel.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;
import org.trivsel.platform.access.CaseNotFound;
import org.trivsel.platform.forms.SubmissionRefused;
import org.trivsel.platform.identity.CurrentUser;
import org.trivsel.platform.worklist.ActionNotOpen;
import org.trivsel.platform.worklist.ActionRefused;
import org.trivsel.platform.worklist.BadCursor;
import org.trivsel.platform.worklist.ErrorTexts;
import org.trivsel.platform.worklist.GateBlocked;
import org.trivsel.platform.worklist.TaskFrozen;
import org.trivsel.platform.worklist.TaskGone;
import org.trivsel.platform.worklist.TaskNotFound;
import org.trivsel.platform.worklist.TaskNotYours;

/**
 * Every error a client can cause, as problem+json (RFC 9457) for programs and scripts and as a page for people, in the
 * reader's language.
 */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    private final ErrorTexts texts;
    private final MessageSource messages;
    private final CurrentUser current;
    private final FrameModel frame;

    Problems(ErrorTexts texts, MessageSource messages, CurrentUser current, FrameModel frame) {
        this.frame = frame;
        this.texts = texts;
        this.messages = messages;
        this.current = current;
    }

    @ExceptionHandler(SubmissionRefused.class)
    ResponseEntity<ProblemDetail> refused(SubmissionRefused refused, Locale locale) {
        return unprocessable("invalid", texts.of(refused, current.get(), locale), locale);
    }

    @ExceptionHandler(GateBlocked.class)
    ResponseEntity<ProblemDetail> blocked(GateBlocked blocked, Locale locale) {
        return unprocessable("blocked", texts.of(blocked, current.get(), locale), locale);
    }

    /** A date that is no date, where a form could not know it. */
    @ExceptionHandler(DateTimeException.class)
    ResponseEntity<ProblemDetail> noDate(DateTimeException e, Locale locale) {
        String message = messages.getMessage("error.date-format", null, locale);
        return unprocessable("invalid", List.of(new ErrorTexts.ErrorText("", "date-format", message, null)), locale);
    }

    @ExceptionHandler({CaseNotFound.class, TaskNotFound.class})
    Object notFound(HttpServletRequest request, Locale locale) {
        return answer(HttpStatus.NOT_FOUND, "not-found", request, locale);
    }

    @ExceptionHandler(TaskGone.class)
    Object gone(HttpServletRequest request, Locale locale) {
        return answer(HttpStatus.CONFLICT, "task-gone", request, locale);
    }

    /** Two at once: the engine or the database let one through. */
    @ExceptionHandler({ConcurrencyFailureException.class, DuplicateKeyException.class})
    Object tooLate(HttpServletRequest request, Locale locale) {
        return answer(HttpStatus.CONFLICT, "task-gone", request, locale);
    }

    /** It does not fit the case: the answer says why. */
    @ExceptionHandler(ActionRefused.class)
    Object refusedAction(ActionRefused refused, HttpServletRequest request, Locale locale) {
        return answer(HttpStatus.CONFLICT, "refused." + refused.reason(), request, locale);
    }

    @ExceptionHandler(TaskFrozen.class)
    Object frozen(HttpServletRequest request, Locale locale) {
        return answer(HttpStatus.CONFLICT, "task-frozen", request, locale);
    }

    @ExceptionHandler(ActionNotOpen.class)
    Object notOpen(HttpServletRequest request, Locale locale) {
        return answer(HttpStatus.CONFLICT, "action-not-open", request, locale);
    }

    @ExceptionHandler(TaskNotYours.class)
    Object notYours(HttpServletRequest request, Locale locale) {
        return answer(HttpStatus.FORBIDDEN, "task-not-yours", request, locale);
    }

    @ExceptionHandler(AccessDeniedException.class)
    Object denied(HttpServletRequest request, Locale locale) {
        return answer(HttpStatus.FORBIDDEN, "forbidden", request, locale);
    }

    @ExceptionHandler(BadCursor.class)
    Object badCursor(HttpServletRequest request, Locale locale) {
        return answer(HttpStatus.BAD_REQUEST, "bad-cursor", request, locale);
    }

    /** What nobody foresaw: logged with everything, told without anything. Nothing to tell to whoever has left the page. */
    @ExceptionHandler(Exception.class)
    @Nullable
    Object unforeseen(Exception e, HttpServletRequest request, Locale locale) {
        if (DisconnectedClientHelper.isClientDisconnectedException(e)) {
            log.debug("{} {}: nobody waits for the answer", request.getMethod(), request.getRequestURI());
            return null;
        }
        log.error("{} {} failed", request.getMethod(), request.getRequestURI(), e);
        return answer(HttpStatus.INTERNAL_SERVER_ERROR, "server", request, locale);
    }

    /** Spring's own errors (no such address, a body that is no JSON): a page for people, problem+json for programs. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        HttpServletRequest http = ((ServletWebRequest) request).getRequest();
        String code = status.value() == HttpStatus.NOT_FOUND.value() ? "not-found" : "bad-request";
        if (isProgram(http)) {
            ProblemDetail problem = problem(HttpStatus.valueOf(status.value()), code, request.getLocale());
            return ResponseEntity.status(status)
                    .headers(headers)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem);
        }
        try {
            HttpServletResponse response = ((ServletWebRequest) request).getResponse();
            if (response != null) {
                response.sendError(status.value());
            }
        } catch (IOException unreachable) {
            log.debug("the reader is gone", unreachable);
        }
        return null;
    }

    private ResponseEntity<ProblemDetail> unprocessable(String code, List<ErrorTexts.ErrorText> errors, Locale locale) {
        ProblemDetail problem = problem(HttpStatus.UNPROCESSABLE_ENTITY, code, locale);
        problem.setProperty("errors", errors);
        return ResponseEntity.unprocessableEntity()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private Object answer(HttpStatus status, String code, HttpServletRequest request, Locale locale) {
        if (isProgram(request)) {
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem(status, code, locale));
        }
        ModelAndView page = new ModelAndView("problem", status);
        page.addObject("code", code);
        frame.fill(page, request, locale);
        return page;
    }

    private static boolean isProgram(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api")
                || request.getHeader("X-Requested-With") != null
                || String.valueOf(request.getHeader("Accept")).contains("json");
    }

    private ProblemDetail problem(HttpStatus status, String code, Locale locale) {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(status, messages.getMessage("problem." + code, null, locale));
        problem.setTitle(messages.getMessage("problem." + code + ".title", null, locale));
        problem.setProperty("code", code);
        return problem;
    }
}
