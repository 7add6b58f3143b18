package io.millwright.portal.ui.kit;

/**
 * One station of the way to a page.
 *
 * @param title what it is called
 * @param href its address without a leading slash, empty for the page itself
 */
public record Crumb(String title, String href) {}
