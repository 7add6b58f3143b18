# Read by millwright and mvnw: finds a JDK that is new enough.
oldest=25

# Prints the major version of the JDK in a folder; fails where there is no JDK (a runtime without a compiler is none).
version_of() {
  [ -x "$1/bin/javac" ] || return 1
  if [ -r "$1/release" ]; then
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
  else
    "$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p'
  fi
}

fits() {
  found=$(version_of "$1") && [ -n "$found" ] && [ "$found" -ge "$oldest" ]
}

find_jdk() {
  if [ -n "${JAVA_HOME:-}" ] && fits "$JAVA_HOME"; then
    echo "$JAVA_HOME"
    return
  fi
  if on_path=$(command -v javac); then
    on_path=$(readlink -f "$on_path")
    on_path=${on_path%/bin/javac}
    if fits "$on_path"; then
      echo "$on_path"
      return
    fi
  fi
  for folder in ${MILLWRIGHT_JDK_FOLDERS:-/usr/lib/jvm/* "${HOME:-/nowhere}"/.sdkman/candidates/java/* "${HOME:-/nowhere}"/.jdks/* /opt/* /opt/java/* /usr/local/*}; do
    if fits "$folder"; then
      echo "$folder"
      return
    fi
  done
  return 1
}

# Prints the folder of a JDK, or says how to get one in the name of the script given.
require_jdk() {
  if find_jdk; then
    return
  fi
  echo "$1: no JDK $oldest or newer was found in JAVA_HOME, on the PATH, in /usr/lib/jvm, ~/.sdkman or /opt." >&2
  echo "Install one (Debian: apt-get install openjdk-$oldest-jdk-headless, or a Temurin JDK from Adoptium) or set JAVA_HOME to it." >&2
  return 1
}
