package io.millwright.portal.api;

import io.millwright.tenancy.MillwrightException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes problem documents where no controller is reached: in filters and at the door. */
@Component
public class ProblemWriter {

    private final JsonMapper json;

    ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    public void write(HttpServletRequest request, HttpServletResponse response, MillwrightException problem)
            throws IOException {
        write(request, response, Problems.status(problem), problem);
    }

    public void write(
            HttpServletRequest request, HttpServletResponse response, HttpStatus status, MillwrightException problem)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream()
                .write(json.writeValueAsBytes(Problems.document(status, problem, request.getRequestURI())));
    }
}
