package io.millwright.plugins.api;

/**
 * A template could not do its work. The message is shown to people: what is wrong, where, and what to do.
 */
public final class TemplateException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final String code;
    private final String remedy;

    private TemplateException(Kind kind, String code, String message, String remedy) {
        super(message);
        this.kind = kind;
        this.code = code;
        this.remedy = remedy;
    }

    /**
     * The data or the options cannot be worked with; never tried again.
     *
     * @param code stable, lower-case words joined by hyphens
     * @param message what is wrong and where, one or two sentences
     * @param remedy what the person can do, one sentence
     */
    public static TemplateException user(String code, String message, String remedy) {
        return new TemplateException(Kind.USER, code, message, remedy);
    }

    /** More memory, disk or time is needed than the attempt was given; tried again only with more. */
    public static TemplateException resources(String code, String message, String remedy) {
        return new TemplateException(Kind.RESOURCES, code, message, remedy);
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    public String remedy() {
        return remedy;
    }

    /** Whose move it is. */
    public enum Kind {
        USER,
        RESOURCES
    }
}
