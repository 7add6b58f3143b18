package io.millwright.portal.api;

import io.millwright.tenancy.MillwrightException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/** JSON bodies are read up to a limit. Uploads are streams and have theirs where they are read. */
@ControllerAdvice("io.millwright.portal.api")
class BodyLimit extends RequestBodyAdviceAdapter {

    static final int MAX_BYTES = 1 << 20;

    @Override
    public boolean supports(
            MethodParameter parameter, Type target, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type target,
            Class<? extends HttpMessageConverter<?>> converter)
            throws IOException {
        return new Limited(message.getHeaders(), new Counting(message.getBody()));
    }

    private record Limited(HttpHeaders getHeaders, InputStream getBody) implements HttpInputMessage {}

    private static final class Counting extends FilterInputStream {
        private long seen;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            var next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            var count = super.read(bytes, offset, length);
            count(Math.max(0, count));
            return count;
        }

        private void count(int more) {
            seen += more;
            if (seen > MAX_BYTES) {
                throw MillwrightException.user(
                        "body-too-large",
                        "A JSON body has at most %d bytes.".formatted(MAX_BYTES),
                        "Send less, or upload a dataset instead.");
            }
        }
    }
}
