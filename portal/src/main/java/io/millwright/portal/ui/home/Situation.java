package io.millwright.portal.ui.home;

import io.millwright.broker.Job;
import io.millwright.governance.models.Model;
import io.millwright.governance.models.ModelVersion;
import java.util.List;

/**
 * How things stand in a tenant.
 *
 * @param tenant its name
 * @param path how far a newcomer has come
 * @param active jobs that wait or run, oldest first
 * @param ended jobs that ended lately, newest first
 * @param models the newest models, newest first
 * @param headline what the newest model found
 * @param awaiting versions that wait for the reader's decision, the longest wait first
 */
record Situation(
        String tenant,
        NewcomersPath path,
        List<Job> active,
        List<Job> ended,
        List<Model> models,
        String headline,
        List<ModelVersion> awaiting) {}
