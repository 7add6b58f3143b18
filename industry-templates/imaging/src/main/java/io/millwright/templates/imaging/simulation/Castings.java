package io.millwright.templates.imaging.simulation;

import io.millwright.plugins.api.Progress;
import io.millwright.templates.learning.images.Thumbnails;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;

/**
 * Simulated photographs of cast metal on an inspection line: sound ones, ones with a scratch, ones with pores. Light, grain
 * and position differ from piece to piece. Every name begins with {@code simulated}.
 */
public record Castings(int perClass, int side, long seed) {

    private static final String[] CLASSES = {"ok", "pores", "scratch"};
    private static final double[] AMOUNT = {1.5, 0.75, 0.75};

    /** The sample that the template ships: 600 images of 64 × 64 pixels. */
    public Castings(long seed) {
        this(200, 64, seed);
    }

    /** Hands over path and bytes of each image; the same for the same seed. */
    public void write(BiConsumer<String, byte[]> into, Progress progress) throws InterruptedException {
        int first = new SplittableRandom(seed).nextInt(100_000, 900_000);
        for (int kind = 0; kind < CLASSES.length; kind++) {
            progress.update(kind / 3.0, "Casting pieces");
            int count = (int) (perClass * AMOUNT[kind]);
            for (int piece = 0; piece < count; piece++) {
                SplittableRandom random = new SplittableRandom(seed * 1_000_003 + kind * 100_003L + piece);
                into.accept(
                        "%s/simulated-%06d.png".formatted(CLASSES[kind], first + piece),
                        Thumbnails.png(draw(kind, random)));
            }
        }
        progress.update(1, "Done");
    }

    private BufferedImage draw(int kind, SplittableRandom random) {
        double[] light = surface(random);
        if (kind == 1) {
            pores(light, random);
        } else if (kind == 2) {
            scratch(light, random);
        }
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
        for (int at = 0; at < light.length; at++) {
            double grain = 7 * (random.nextDouble() + random.nextDouble() - 1);
            image.getRaster()
                    .setSample(at % side, at / side, 0, (int) Math.clamp(Math.round(light[at] + grain), 0, 255));
        }
        return image;
    }

    /** A machined surface: uneven light, fine grooves, a few harmless dark spots of oil. */
    private double[] surface(SplittableRandom random) {
        double level = 110 + 70 * random.nextDouble();
        double tilt = 2 * Math.PI * random.nextDouble();
        double slope = 40 * random.nextDouble();
        double grooves = Math.PI * random.nextDouble();
        double pitch = 0.8 + random.nextDouble();
        double depth = 6 * random.nextDouble();
        double oilX = random.nextDouble() * side;
        double oilY = random.nextDouble() * side;
        double oil = 25 * random.nextDouble();
        double[] light = new double[side * side];
        for (int at = 0; at < light.length; at++) {
            double x = at % side;
            double y = at / side;
            double along = (StrictMath.cos(tilt) * x + StrictMath.sin(tilt) * y) / side;
            double across = StrictMath.cos(grooves) * x + StrictMath.sin(grooves) * y;
            double away = (StrictMath.pow(x - oilX, 2) + StrictMath.pow(y - oilY, 2)) / StrictMath.pow(side / 5.0, 2);
            light[at] = level + slope * along + depth * StrictMath.sin(across * pitch) - oil * StrictMath.exp(-away);
        }
        return light;
    }

    private void pores(double[] light, SplittableRandom random) {
        int count = 3 + random.nextInt(6);
        double middleX = side * (0.2 + 0.6 * random.nextDouble());
        double middleY = side * (0.2 + 0.6 * random.nextDouble());
        for (int pore = 0; pore < count; pore++) {
            double x = middleX + side * 0.3 * (random.nextDouble() - 0.5);
            double y = middleY + side * 0.3 * (random.nextDouble() - 0.5);
            double radius = side / 64.0 * (1 + 1.3 * random.nextDouble());
            double depth = 25 + 60 * random.nextDouble();
            dent(light, x, y, radius, depth);
        }
    }

    private void scratch(double[] light, SplittableRandom random) {
        double x = side * (0.15 + 0.7 * random.nextDouble());
        double y = side * (0.15 + 0.7 * random.nextDouble());
        double angle = 2 * Math.PI * random.nextDouble();
        double bend = 0.06 * (random.nextDouble() - 0.5);
        double length = side * (0.3 + 0.5 * random.nextDouble());
        double depth = 12 + 30 * random.nextDouble();
        double sign = random.nextInt(3) == 0 ? -1 : 1;
        for (double gone = 0; gone < length; gone++) {
            dent(light, x, y, side / 80.0, sign * depth);
            x += StrictMath.cos(angle);
            y += StrictMath.sin(angle);
            angle += bend;
        }
    }

    private void dent(double[] light, double x, double y, double radius, double depth) {
        int reach = (int) Math.ceil(3 * radius);
        for (int down = (int) y - reach; down <= y + reach; down++) {
            for (int right = (int) x - reach; right <= x + reach; right++) {
                if (down >= 0 && right >= 0 && down < side && right < side) {
                    double away = (StrictMath.pow(right - x, 2) + StrictMath.pow(down - y, 2)) / (radius * radius);
                    light[down * side + right] -= depth * StrictMath.exp(-away);
                }
            }
        }
    }
}
