package io.millwright.portal.ui.projects;

import io.millwright.tenancy.TenantId;
import java.util.UUID;

/** Addresses of the pages of projects. */
public final class ProjectsNavigation {

    private ProjectsNavigation() {}

    public static String list(TenantId tenant) {
        return "t/" + tenant + "/projects";
    }

    /** Where a project is begun. */
    public static String begin(TenantId tenant) {
        return list(tenant) + "/new";
    }

    public static String project(TenantId tenant, UUID project) {
        return list(tenant) + "/" + project;
    }

    /** The project with a form that begins as this training did. */
    public static String like(TenantId tenant, UUID project, UUID training) {
        return project(tenant, project) + "?like=" + training;
    }
}
