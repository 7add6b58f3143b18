package io.millwright.templates.imaging.network;

import io.millwright.templates.imaging.pictures.Augmentation;

/**
 * How a network is trained.
 *
 * @param epochs passes over the images
 * @param batch images of one step
 * @param rate highest learning rate
 * @param decay weight decay (Loshchilov and Hutter 2019)
 * @param smoothing label smoothing (Szegedy et al. 2016)
 * @param dropout share of the features left out at random
 */
public record Lesson(
        int epochs,
        int batch,
        double rate,
        double decay,
        double smoothing,
        double dropout,
        Augmentation augmentation) {}
