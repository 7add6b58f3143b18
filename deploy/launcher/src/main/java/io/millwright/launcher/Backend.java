package io.millwright.launcher;

/** Where jobs run. */
enum Backend {
    RAY,
    LOCAL;

    static Backend of(World world) {
        return new RayInstallation(world).isThere() ? RAY : LOCAL;
    }
}
