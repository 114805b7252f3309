/// What every command reads and writes with: tables and figures on the terminal, JSON, refusals,
/// shared options.
package org.meanfield.app.console;
