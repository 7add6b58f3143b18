package io.millwright.broker.scheduler;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How patient a broker is.
 *
 * @param heartbeat how often agents report at least
 * @param silentAndGone an agent that is silent so long, and unknown to the cluster, is lost
 * @param silent an agent that is silent so long is lost, whatever the cluster says
 * @param start how long a placed agent may take to report first, once the cluster says it runs
 * @param pending how long the cluster may take to start an agent that it has accepted
 * @param cancel how long an agent has to end by itself after a cancel request
 * @param overtime how long past its limit an attempt may go before the broker ends it; the agent does it first
 * @param retry pause before a lost job is tried again, doubled for each further time
 * @param reserve a job that waits longer than this for room is not overtaken any more by smaller ones
 * @param room how long the trials of a training wait for memory, none of them running, before it goes on without them
 * @param busy how often to look while jobs wait or run
 * @param idle how often to look while nothing happens
 */
@ConfigurationProperties("millwright.broker.timing")
public record Timing(
        @DefaultValue("2s") Duration heartbeat,
        @DefaultValue("10s") Duration silentAndGone,
        @DefaultValue("30s") Duration silent,
        @DefaultValue("60s") Duration start,
        @DefaultValue("2m") Duration pending,
        @DefaultValue("1200ms") Duration cancel,
        @DefaultValue("30s") Duration overtime,
        @DefaultValue("1s") Duration retry,
        @DefaultValue("3m") Duration reserve,
        @DefaultValue("2m") Duration room,
        @DefaultValue("1s") Duration busy,
        @DefaultValue("10s") Duration idle) {}
