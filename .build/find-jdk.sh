# Sourced by ./build and ./meanfield; makes the locale UTF-8 where there is none. `find_jdk` sets and exports JAVA_HOME
# to a JDK 25 or newer, or says what to install and returns 1. Looks at JAVA_HOME, the usual folders, SDKMAN, macOS,
# and `java` on the PATH, in this order.

# is_jdk_25 FOLDER: does it hold a compiler and is it new enough? Reads its `release` file, starts nothing.
is_jdk_25() {
  [ -n "${1:-}" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  local line version=
  while IFS= read -r line; do
    case $line in JAVA_VERSION=*) version=${line#JAVA_VERSION=} ;; esac
  done <"$1/release"
  version=${version//\"/}
  version=${version%%[!0-9]*}
  [ -n "$version" ] && [ "$version" -ge 25 ]
}

find_jdk() {
  local candidate java
  for candidate in "${JAVA_HOME:-}" \
    /usr/lib/jvm/*25* /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* "$HOME"/.jdks/* \
    "${SDKMAN_DIR:-$HOME/.sdkman}"/candidates/java/*; do
    if is_jdk_25 "$candidate"; then
      export JAVA_HOME="$candidate"
      return 0
    fi
  done
  if [ -x /usr/libexec/java_home ] && candidate=$(/usr/libexec/java_home -v 25+ 2>/dev/null) && is_jdk_25 "$candidate"; then
    export JAVA_HOME="$candidate"
    return 0
  fi
  if java=$(command -v java); then
    java=$(readlink -f "$java" 2>/dev/null || printf '%s' "$java")
    candidate=${java%/bin/java}
    if is_jdk_25 "$candidate"; then
      export JAVA_HOME="$candidate"
      return 0
    fi
  fi
  echo "meanfield: no JDK 25 or newer found; install one (Debian 13 or newer: 'apt install openjdk-25-jdk-headless'; elsewhere Temurin 25 from https://adoptium.net) or point JAVA_HOME at yours." >&2
  return 1
}

# Without a locale the JVM can neither open nor print a name like "Übung"; C.UTF-8 changes nothing else.
case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
  '' | C | POSIX) export LC_ALL=C.UTF-8 ;;
esac
